import { expect, test } from 'vitest'
import pages from '../src/pages.json'

test('the first page is the one that sends each person to their own first screen', () => {
  expect(pages.pages[0]?.path).toBe('pages/start')
})
