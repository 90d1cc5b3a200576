/** What `grondslag help` prints. */
export const help = `grondslag: ask a citizen, wait, read what they allow

  grondslag request QUESTION.json [--citizen WEBID]   ask; prints the id of the request
  grondslag wait REQUEST_ID [--timeout 60] [--every 5]  wait for the decision, in seconds
  grondslag read GRANT_ID --query SPARQL              read, and answer a question (or --file QUERY.rq)
  grondslag read GRANT_ID --kind income               the same, of one kind of fact (diploma, employment, household,
                                                      income, residence), a line for each; nothing else is fetched
  grondslag read-many ACCESSES --file QUERY.rq --out OUT.jsonl   the same of many (or --kind): ids of grants and lawful
                        [--checkpoint FILE]             accesses, one a line (or JSON with "access"), - is standard
                        [--format jsonl|csv|parquet]    input; the same command goes on after an interruption
                        [--purpose IRI] [--at-once 64] [--at-once-per-host 12]
  grondslag read-many ACCESSES … --run december       the same, read by workers, wherever they run: the list goes to
                                                      runsDatabase, and the outcomes come from there
  grondslag work [--once] [--at-once 64]              a worker; several may run, and each may be killed
  grondslag runs list                                 how far each is
  grondslag runs forget NAME                          erases what of it is in the database
  grondslag find-entitled CITIZENS --file QUESTION.json   who misses out, under a mandate: a dry run, which reads nothing
                        --plan DIGEST --out FOLDER      what that showed: who to approach and why, with a letter each
                        [--lang nl|en]                  (docs/how-to/find-who-misses-out.md has QUESTION.json)
  grondslag stop GRANT_ID [--erase FILE]…             the purpose is done: gives the grant up, erases what was kept
  grondslag purposes keep ACCESS_ID --erase FILE…     notes what is kept under an access, before it is, and until when
                        [--until 2027-01-31]            (purposes.jsonl, or --book FILE); without a date until it is closed
  grondslag purposes close ACCESS_ID                  the case is closed
  grondslag purposes list                             what is kept, and what has ended
  grondslag purposes end [--key official.jwk.json]    ends what is due, from cron: gives up, erases, signs; the citizen sees it
  grondslag letter REQUEST_ID --born 1957-03-04       the same question on paper, with a code and a strip to answer
                        [--to "NAME\\nSTREET\\nPLACE"] [--app ADDRESS] [--lang nl|en|fr|de] [--out letter.html]
  grondslag cancel REQUEST_ID                         takes a question back, for good
  grondslag lawful-access request QUESTION.json       under a mandate, without asking the citizen, who is told:
                        [--citizen WEBID]               { "mandate", "citizen", "otherRoute" }, "until" and less "dataNeeds"
  grondslag events [--after SEQUENCE] [--timeout 10]  what happens to what you take part in, for so many seconds
  grondslag log [--last 20]                           your own processing records
  grondslag help [COMMAND]                            all of this, or of one command with an example
  grondslag completion bash|zsh|fish                  for the shell: eval "$(grondslag completion bash)"
  grondslag --version

The register of the authority
  grondslag participant list                          who takes part, and where each stands
  grondslag participant record PARTICIPANT.json       as operator: who it is; it takes part once it is admitted
  grondslag participant decide WEBID --outcome admitted|suspended|removed --by NAME --role ROLE --reasons TEXT
                        [--until 2028-01-01T00:00:00Z]
  grondslag activity list                             your processing activities, every version

Another legal basis than consent: written down and looked at here, without an authority
  grondslag mandate new --activity ACTIVITY.json      asks the weighing, question by question; go on later
                        [--draft FILE] [--out FOLDER]   with the same command (default mandate.draft.json)
  grondslag mandate new --from MANDATE.json           the same from a file: page, JSON, RDF (JSON-LD, Turtle)
  grondslag mandate check MANDATE.json                what is missing or does not fit
  grondslag law check "BWBR0015703 47a" [--on 2027-01-31]
  Beside a mandate: --register REGISTER.json (participants, activities), --laws SNAPSHOT.json (laws
  beyond those the kit knows; also several), --documents FOLDER (each assessment is compared with
  the file in it that has the last name of its address)
  --lang nl|en   language of questions, page and findings (default nl)
  What is found is missing or inconsistent; that nothing is found does not make anything lawful.

Before the first mandate
  grondslag activity register ACTIVITY.json           a line of your register of processing activities, or its next
                                                      version (Article 30); this is no access yet
  grondslag official key https://…#key-1              makes the key of an official: the private one to a file that
                        [--key official.jwk.json]       only you can read; the public one is for the register
  grondslag mandate list                              yours at the authority, drafts too

At the authority; each step is that of a named official: --by NAME --role ROLE --reasons TEXT
  grondslag mandate submit MANDATE.json               sends a draft, or a new version; prints its id
  grondslag mandate decide MANDATE_ID --by "J. de Boer" --role "hoofd uitvoering" --reasons "…"
                        [--key official.jwk.json]       signs with the key of the official (JWK, kid in the register)
                        [--documents FOLDER]            only when each assessment is still what was weighed
  grondslag mandate publish MANDATE_ID …              from now on it may be used
  grondslag mandate end MANDATE_ID …                  and all access under it
  grondslag emergency list [--review due|overdue|done]   emergencies that somebody else looks at (default overdue)
  grondslag emergency review ACCESS_ID --outcome justified|not-justified …   by who did not open it
  grondslag rights list                               what citizens ask by a right, with the day an answer is due
  grondslag rights answer REQUEST_ID --outcome granted|refused …
  grondslag rights extend REQUEST_ID …                two months more, said within the first (Article 12(3))
  grondslag objection list                            with the day an answer is due
  grondslag objection answer OBJECTION_ID --outcome upheld|rejected …
  grondslag objection extend OBJECTION_ID …           two months more, said within the first (Article 12(3))
  grondslag objection except OBJECTION_ID --ground GROUND …   lets the access go on meanwhile (Article 18(2));
                        consent, legal-claims, rights-of-another-person or important-public-interest

An error in a fact that you read, reported to its source; the citizen sees it
  grondslag corrections report ACCESS_ID --from READ.json --resource URL --field amount --doubt out-of-date
                        --from: what “read … --json” printed; --doubt: citizen-says-otherwise,
                        other-source-says-otherwise, out-of-date or cannot-be; no values are sent
  grondslag corrections disputed WEBID                which facts of a citizen are disputed now, of those you read

For a source: errors that citizens and agencies report in its facts (Article 16)
  grondslag corrections list [--state received]       with the day an answer is due; --json says whose fact it is
  grondslag corrections answer REPORT_ID --outcome in-examination --by "R. de Vries" --role "medewerker gegevens"
  grondslag corrections answer REPORT_ID --outcome rejected … --reasons "Uw werkgever bevestigt het bedrag."
  grondslag corrections answer REPORT_ID --outcome corrected … [--replacement URL]
                        put the right fact in the vault and revoke the old one first: who read it is told

Events, sent to a server of yours; createWebhookReceiver of the SDK receives them
  grondslag webhooks add https://…/events             from now on; the secret goes to a file, it is told once
                        [--type TYPE]… [--out webhook.secret]
  grondslag webhooks list                             until where each was delivered, and what is wrong
  grondslag webhooks remove WEBHOOK_ID

Kinds of fact of your own
  grondslag shapes types SHAPE.ttl… [--out kinds.ts]  TypeScript from SHACL shapes, for createAgency({ kinds })
                                                      and readClaims(id, Kind)

Credentials as files; - is standard input
  grondslag claims verify FILE…                       who says what about whom, since when, until when, its
                                                      status, and which articles of policy hold
  grondslag claims query 'SPARQL' FILE…               asks what of these is verified, and nothing else
  grondslag claims inspect FILE                       what it says; nothing is checked
  grondslag claims key KEY_URL [--curve Ed25519|P-256|P-384|BLS12-381] [--key issuer.jwk.json]
                                                      makes the key of an issuer; KEY_URL may be did:key
  grondslag claims issue FILE --key KEY.jwk.json      signs a credential; prints it
                        [--suite eddsa-rdfc-2022|eddsa-jcs-2022|ecdsa-rdfc-2019|ecdsa-sd-2023|bbs-2023]
                        [--status-list URL --status-index N [--status-purpose revocation|suspension]]
                        [--pointer /credentialSubject/id]…  of the last two: what the holder cannot leave out
  grondslag claims derive FILE --pointer /credentialSubject/…  the part that a holder shows
                                                      (of ecdsa-sd-2023 or bbs-2023); prints it
  grondslag claims serve --vc-api [--port 7110]       the VC API for test suites, on this machine: issue, verify,
                        [--key KEY.jwk.json] [--contexts FILE]  derive, presentations; checks proofs, asks no policy;
                                                      without a key it makes did:key keys, for as long as it runs
                        [--listen-beyond-this-machine ADDRESS]  then anybody who reaches it can have things signed
  Whom to believe: --trust FILE (trust list, or the participants of an authority; a signed one also needs
  --operator KEYS.json), else the signed list of the authority in the configuration (operatorKeys, or
  --operator KEYS.json, and the newest list is kept in trustListFile), else nobody: then
  the signature may hold, and nobody says whether to believe the issuer
  --about WEBID   it must be about this citizen     --max-age DAYS   it must not be older
  --host NAME     this host may be asked for the keys of an issuer that is not on the list; also several
  --contexts FILE JSON-LD contexts beside those of the kit: [{ "url", "sha256", "file" }]; nothing is fetched.
                  Without it: contexts in the configuration
  --form jsonld|turtle|trig|nquads   else by the name of the file

Everywhere
  --config FILE   default: grondslag.config.json in this folder
  --json          the outcome as JSON on standard output

Configuration, in the file or (stronger) in the environment
  webId GRONDSLAG_WEB_ID · oidcIssuer GRONDSLAG_OIDC_ISSUER · clientId GRONDSLAG_CLIENT_ID
  clientSecret GRONDSLAG_CLIENT_SECRET · authority GRONDSLAG_AUTHORITY
  operatorKeys GRONDSLAG_OPERATOR_KEYS (JSON: id → Multikey; from the operator, not from the authority's address)
  trustListFile GRONDSLAG_TRUST_LIST_FILE (optional; trust-list.jws in this folder)
  contexts GRONDSLAG_CONTEXTS (optional; a file as of --contexts, for the facts that are read)
  vaults GRONDSLAG_VAULTS (separated by commas) · processingLog GRONDSLAG_PROCESSING_LOG (a file)
  pseudonymSecret GRONDSLAG_PSEUDONYM_SECRET (optional)
  runsDatabase GRONDSLAG_RUNS_DATABASE (optional; postgres://…, for --run and work; needs npm install pg-boss@12.38.0)

QUESTION.json
  { "citizen": "https://…#me", "purpose": "https://w3id.org/dpv#ServiceProvision",
    "purposeInWords": { "nl": "…", "en": "…" },
    "needs": [{ "claimType": "income", "reason": { "nl": "…" }, "required": true }],
    "otherRoute": { "text": { "nl": "…" }, "phone": "…" }, "validForDays": 90 }
  claimType: income, residence, household or diploma
  A public body adds "consentGate": what a named official confirms so that the citizen is free to refuse
  { "refusalCostsNothing": true, "noLawCoversIt": true, "inOwnInterest": true, "onePurpose": true,
    "easyToWithdraw": true, "adviceAttached": true, "confirmedBy": { "name": "…", "role": "…" } }
  Without it the authority refuses: consent_not_free.

Exit status
  0 done · 1 failed · 2 wrong usage · 3 the answer is no or not yet: the other route is printed, or what is missing,
  or one of the credentials is not verified
  read-many: 0 every access has an outcome, also a no, and each is counted · 1 some failed, or it was stopped: the
  same command, with --checkpoint, reads these and no other
`;
