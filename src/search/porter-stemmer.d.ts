/** natural declares its stemmers by their index alone, which loads those of all languages and takes longer than the rest. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  import type { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';

  const stemmer: typeof PorterStemmer;
  export = stemmer;
}
