import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.js';
import { Workplace, removeWorkplaces } from '../cli/kossa.js';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

const { contributes } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Manifest;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const commands = new Set(contributes.commands.map(({ command }) => command));
const settings = new Set(contributes.configuration.flatMap(({ properties }) => Object.keys(properties)));
/** Commands that no palette shows. */
const HIDDEN_COMMANDS = ['kossa.addWord'];

describe('the walkthrough', () => {
  it('has six steps', () => assert.equal(steps.length, 6));

  it('has a page for every step and no others, but for the article', () => {
    const pages = [...steps.map(({ media }) => path.basename(media.markdown)), 'practice.md'];
    assert.deepEqual(pages.sort(), readdirSync(path.join(projectRoot, 'walkthrough')).sort());
  });

  for (const { id, description, completionEvents } of steps) {
    it(`names what exists in the step ${id}`, () => {
      const named = [
        ...[...description.matchAll(/\(command:([\w.]+)/gu)].map(([, command]) => `onCommand:${command}`),
        ...[...description.matchAll(/%22(kossa\.[\w.]+)%22/gu)].map(([, setting]) => `onSettingChanged:${setting}`),
        ...completionEvents,
      ];
      for (const event of named) {
        const [kind, name] = event.split(/:(.*)/su);
        if (name?.startsWith('kossa.') !== true) continue;
        const known = kind === 'onCommand' ? commands.has(name) || HIDDEN_COMMANDS.includes(name) : settings.has(name);
        assert.ok(known, event);
      }
      assert.ok(completionEvents.length > 0, 'a step can be finished');
    });
  }

  it('shows configurations that are right', async () => {
    for (const page of readdirSync(path.join(projectRoot, 'walkthrough'))) {
      const text = readFileSync(path.join(projectRoot, 'walkthrough', page), 'utf8');
      for (const [, block] of text.matchAll(/```yaml\n((?:style|rules):.*?)```/gsu)) {
        const place = new Workplace({ '.kossarc.yaml': block!, 'a.md': 'Text.\n' });
        const { code, err } = await place.run(['lint', 'a.md']);
        assert.deepEqual([code, err], [0, ''], page);
      }
    }
    removeWorkplaces();
  });
});

describe('the practice article', () => {
  const dataFolder = path.join(projectRoot, 'dist', 'data');
  const article = readFileSync(path.join(projectRoot, 'walkthrough', 'practice.md'), 'utf8');
  after(removeWorkplaces);

  for (const style of ['us', 'uk']) {
    it(`has the six mistakes that its page promises, in ${style} style`, async () => {
      const place = new Workplace({ 'practice.md': article });
      const { 'practice.md': messages } = await place.lintJson(['practice.md', '--style', style], { dataFolder });
      assert.deepEqual(
        messages!.map(({ ruleId }) => ruleId),
        ['misspelled-term', 'mislabeled-class', 'unsafe-dose', 'mislabeled-type', 'absolute-claim', 'eponym-form'],
      );
      assert.ok(messages!.some(({ fix }) => fix !== null));
    });
  }

  it('keeps what needs judgement when the safe fixes are made', async () => {
    const place = new Workplace({ 'practice.md': article });
    await place.run(['lint', '--fix', 'practice.md'], { dataFolder });
    assert.match(place.read('practice.md'), /take colchicine when.*calcium blockers like warfarin/isu);
  });
});
