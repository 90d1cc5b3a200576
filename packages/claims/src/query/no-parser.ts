/**
 * In the bundle in place of Comunica's parser: queries come to it parsed, and making a parser that nobody asks takes
 * a third of its start. Not on the bus of parsers, so a text would be refused.
 */
export class ActorQueryParseSparql {}
