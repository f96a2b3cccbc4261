import { BOOSTS, type Hit, type Peer, type PeerDocument, topicWords } from './document.ts';

/** natural's TfIdf alone, over Porter stems; a field's weight is how often its words are repeated. */
export async function createNatural(documents: readonly PeerDocument[]): Promise<Peer> {
  const [{ default: tfidf }, { default: stemmers }] = await Promise.all([
    import('natural/lib/natural/tfidf/index.js'),
    import('natural/lib/natural/stemmers/index.js'),
  ]);
  const stems = (text: string) => topicWords(text).map((word) => stemmers.PorterStemmer.stem(word));
  const index = new tfidf.TfIdf();
  for (const document of documents) {
    const fields = Object.keys(BOOSTS) as (keyof typeof BOOSTS)[];
    index.addDocument(
      fields.flatMap((field) => Array.from({ length: BOOSTS[field] }, () => stems(document[field])).flat()),
    );
  }
  return {
    name: "natural's TfIdf",
    setup: 'Porter stems, words of names and questions counted twice, stop words dropped',
    search(question, limit) {
      const hits: Hit[] = [];
      for (const [at, score] of index.tfidfs(stems(question)).entries()) {
        const document = documents[at];
        if (score > 0 && document) hits.push({ id: document.id, score });
      }
      return hits.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}
