import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/index.ts';
import { passageName } from '../../src/search/passage-texts.ts';
import { concept, facet, fixture } from '../fixtures.ts';

describe('a question in the very words of one that stands in the base', () => {
  it('gets its passage, though another has the same terms', () => {
    const facets = [
      facet('early', ['who pays the toll of spacing', 'spacing toll payers']),
      facet('late', ['why does the toll of spacing pay', 'spacing toll payment']),
    ];
    const knowledge = fixture({ 'concepts/consensus/spacing.yaml': concept('Spacing', { facets }) });
    const search = createSearch(knowledge);
    const best = (question: string) => {
      const [first] = search.match(search.analyser.question(question));
      return first && passageName(first.record, first.best);
    };
    expect(best('Who pays the toll of Spacing?')).toBe('spacing#early');
    expect(best('why does the toll of spacing pay')).toBe('spacing#late');
  });
});
