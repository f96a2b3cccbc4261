import { isStopWord } from '../../../search/stopwords.ts';
import { BOOSTS, type Peer, type PeerDocument } from './document.ts';

/** Shorter words match too much by prefix or with an edit: switched off for them, it finds more. */
const FUZZY_FROM = 5;

/** MiniSearch: BM25+ with fuzzy and prefix matches. */
export async function createMiniSearch(documents: readonly PeerDocument[], fuzzyFrom = FUZZY_FROM): Promise<Peer> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<PeerDocument>({
    fields: ['title', 'aliases', 'questions', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase();
      return isStopWord(word) ? null : word;
    },
    searchOptions: {
      boost: BOOSTS,
      fuzzy: (term) => (term.length >= fuzzyFrom ? 0.2 : false),
      prefix: (term) => term.length >= fuzzyFrom,
    },
  });
  index.addAll(documents);
  return {
    name: 'MiniSearch',
    setup: 'BM25+, fuzzy 0.2 and prefixes for words of five letters or more, stop words dropped',
    search: (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
}
