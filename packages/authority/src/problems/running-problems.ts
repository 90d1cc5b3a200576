import { problem } from './problem-type.ts';

const tellOperator = 'Tell the operator of this authority, with the reference in the detail.';
const meldBeheerder = 'Meld dit aan de beheerder van deze autoriteit, met de referentie.';

/** What keeps the authority itself from running; but for the last, callers never meet these. */
export const runningProblems = {
  config_invalid: problem(
    500,
    ['Configuration not as described', 'Set right the member the message names.'],
    ['Configuratie klopt niet', 'Verbeter het onderdeel dat in de melding staat.'],
  ),
  port_taken: problem(
    500,
    ['Port taken', 'Stop what uses the port, or choose another.'],
    ['Poort bezet', 'Stop wat de poort gebruikt, of kies een andere.'],
  ),
  database_in_use: problem(
    500,
    ['Database in use', 'Stop the other process first.'],
    ['Database in gebruik', 'Stop eerst het andere proces.'],
  ),
  database_not_durable: problem(
    500,
    ['Database does not keep its data', 'Do what the message says about the database.'],
    ['Database bewaart niet blijvend', 'Doe wat de melding over de database zegt.'],
  ),
  database_unreachable: problem(
    503,
    ['Database does not answer', 'Start PostgreSQL, or set the database URL right.'],
    ['Database antwoordt niet', 'Start PostgreSQL, of verbeter de database-URL.'],
  ),
  database_changed: problem(
    500,
    ['Database of another version', 'Start the version that made the database.'],
    ['Database van een andere versie', 'Start de versie die de database maakte.'],
  ),
  database_of_other_authority: problem(
    500,
    ['Database of another authority', 'Start with the base URL the database was made for.'],
    [
      'Database van een andere autoriteit',
      'Start met de basis-URL waarvoor de database is gemaakt.',
    ],
  ),
  key_sealed: problem(
    500,
    ['Private keys are encrypted', 'Start with the key they were encrypted with.'],
    ['Geheime sleutels zijn versleuteld', 'Start met de sleutel waarmee ze zijn versleuteld.'],
  ),
  key_rotated: problem(
    500,
    ['Key rotated just now', 'Look which keys there are, then try again.'],
    ['Sleutel net vervangen', 'Kijk welke sleutels er zijn en probeer het dan opnieuw.'],
  ),
  database_not_empty: problem(
    500,
    ['Database with rows in it', 'Restore the backup into an empty database.'],
    ['Database is niet leeg', 'Zet de back-up terug in een lege database.'],
  ),
  backup_invalid: problem(
    500,
    ['Not a whole backup', 'Restore another one, with the version that made it.'],
    ['Geen hele back-up', 'Zet een andere terug, met de versie die hem maakte.'],
  ),
  internal_error: problem(
    500,
    ['Something failed here', tellOperator],
    ['Er ging hier iets mis', meldBeheerder],
  ),
} as const;
