// What test files of Jest, Vitest and Mocha use, typed as loosely as those frameworks allow.

interface TestingWord {
  (title: any, body?: (this: any, ...rest: any[]) => any, options?: any): any;
  (title: any, options: any, body: (this: any, ...rest: any[]) => any): any;
  each: TestingEach;
  for: TestingEach;
  only: TestingWord;
  skip: TestingWord;
  todo: TestingWord;
  concurrent: TestingWord;
  sequential: TestingWord;
  fails: TestingWord;
  failing: TestingWord;
  skipIf(condition: any): TestingWord;
  runIf(condition: any): TestingWord;
}

type TestingEach = (table: any, ...values: any[]) => (title: any, body?: (...rest: any[]) => any, options?: any) => any;
type TestingHook = (body: (this: any, ...rest: any[]) => any, options?: any) => any;
type TestingExpect = ((actual?: any, message?: any) => any) & { [name: string]: any };

declare const describe: TestingWord;
declare const context: TestingWord;
declare const suite: TestingWord;
declare const it: TestingWord;
declare const test: TestingWord;
declare const specify: TestingWord;
declare const xit: TestingWord;
declare const xtest: TestingWord;
declare const xdescribe: TestingWord;
declare const fit: TestingWord;
declare const fdescribe: TestingWord;
declare const before: TestingHook;
declare const after: TestingHook;
declare const beforeAll: TestingHook;
declare const afterAll: TestingHook;
declare const beforeEach: TestingHook;
declare const afterEach: TestingHook;
declare const expect: TestingExpect;
declare const jest: any;
declare const vi: any;

declare namespace jest {
  type Mock<T = any, Y = any, C = any> = any;
  type Mocked<T = any> = any;
  type MockedFunction<T = any> = any;
  type MockedClass<T = any> = any;
  type SpyInstance<T = any, Y = any> = any;
}

declare module "vitest" {
  export const describe: TestingWord;
  export const suite: TestingWord;
  export const it: TestingWord;
  export const test: TestingWord;
  export const beforeAll: TestingHook;
  export const afterAll: TestingHook;
  export const beforeEach: TestingHook;
  export const afterEach: TestingHook;
  export const expect: TestingExpect;
  export const vi: any;
  export type Mock<T = any, Y = any> = any;
  export type Mocked<T = any> = any;
  export type MockInstance<T = any, Y = any> = any;
}

declare module "@jest/globals" {
  export const describe: TestingWord;
  export const it: TestingWord;
  export const test: TestingWord;
  export const fit: TestingWord;
  export const xit: TestingWord;
  export const xtest: TestingWord;
  export const fdescribe: TestingWord;
  export const xdescribe: TestingWord;
  export const beforeAll: TestingHook;
  export const afterAll: TestingHook;
  export const beforeEach: TestingHook;
  export const afterEach: TestingHook;
  export const expect: TestingExpect;
  export const jest: any;
}

declare module "mocha" {
  export const describe: TestingWord;
  export const context: TestingWord;
  export const suite: TestingWord;
  export const it: TestingWord;
  export const test: TestingWord;
  export const specify: TestingWord;
  export const before: TestingHook;
  export const after: TestingHook;
  export const beforeEach: TestingHook;
  export const afterEach: TestingHook;
}
