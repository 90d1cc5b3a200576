/** Who decides for another by law, and what somebody decides who has come of age. */
export const messages = {
  'represented.title': 'Voor wie u beslist',
  'represented.intro': 'De wet of een rechter regelt dat u voor deze mensen beslist.',
  'represented.empty': 'U beslist voor niemand.',
  'represented.emptyHint':
    'Heeft u het gezag over een kind, of wees een rechter u aan? Dan staat dat hier.',
  'represented.ground.parental-authority': 'U heeft het gezag over {name}.',
  'represented.ground.guardianship': 'U bent de voogd van {name}.',
  'represented.ground.court-decision': 'Een rechter wees u aan om voor {name} te beslissen.',
  'represented.of18': 'Op {date} wordt {name} 18. Vanaf die dag beslist {name} zelf.',
  'represented.after':
    'Wat u toestond, vragen wij dan aan {name}. Zegt {name} niets? Dan stopt het na 30 dagen. Een bezwaar van u blijft.',
  'represented.begin': 'Begin voor {name}',
  'represented.beginText':
    'U ziet de gegevens over deze onderwerpen. {name} kan zien wat u bekijkt en doet.',
  'represented.go': 'Beslis voor {name}',
  'represented.busy': 'Wij zoeken de gegevens op.',
  'represented.grants': 'Wat u voor {name} toestond',
  'represented.noGrants': 'Er is nu niets dat u voor {name} toestond.',
  'represented.grant': '{agency} ziet dit, {until}: {facts}.',
  'represented.over': '{name} is nu 18 en beslist zelf. U kunt niets meer zien of doen.',
  'represented.ended': 'U beslist niet meer voor {name}.',
  'represented.home.title': 'U beslist ook voor een ander',
  'represented.home.text': 'U kunt beslissen voor {names}.',
  'represented.open': 'Bekijk voor wie u beslist',
  'cameOfAge.title': 'U bent nu 18',
  'cameOfAge.who.parental-authority': 'Uw ouder {name}',
  'cameOfAge.who.guardianship': 'Uw voogd {name}',
  'cameOfAge.card': '{who} gaf voor u toestemming aan {agencies}. Wilt u dat houden?',
  'cameOfAge.open': 'Bekijk en kies',
  'cameOfAge.intro': 'Vanaf nu beslist u zelf over uw gegevens.',
  'cameOfAge.before': 'Tot nu toe besliste {name} voor u.',
  'cameOfAge.over': '{name} kan niets meer van u zien, en niets meer voor u doen.',
  'cameOfAge.choose': 'Wilt u dit houden?',
  'cameOfAge.nothing': 'Er wacht niets op u.',
  'cameOfAge.nothingHint':
    'Stond iemand iets voor u toe? Dan besliste u daar al over, of het is gestopt.',
  'cameOfAge.objections': 'Bezwaren die blijven',
  'cameOfAge.objectionsText':
    'Dit bezwaar maakte een ander voor u. Het blijft gelden. U hoeft niets te doen.',
  'cameOfAge.objection': 'Bekijk het bezwaar tegen {agency}',
  'cameOfAge.grants': 'Bekijk wie wat kan zien',
} as const;
