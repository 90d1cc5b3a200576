/** Of its library the parser only, loaded when first needed: bundlers then leave out the rest, which is most. */
export { Parser } from 'n3';
