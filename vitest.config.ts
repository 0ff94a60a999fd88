import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The scenes take as long as all other end-to-end files together: begun last, they would run alone in the end. */
class ScenesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isScenes = ({ moduleId }: TestSpecification) => Number(/e2e\/\w+\/scenes\.test/.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isScenes(b) - isScenes(a));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // As WXT resolves it: entrypoints name the project's root by `@`.
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    sequence: { sequencer: ScenesFirst },
    projects: [
      { extends: true, test: { name: 'unit', testTimeout: 60_000, include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**', 'node_modules/**'] } },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
    ],
  },
});
