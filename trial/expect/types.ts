/** A line that a container writes; an object is written as JSON, and bytes as they are. */
export type GivenLine = string | Uint8Array | Readonly<Record<string, unknown>>;

/**
 * What a stored document must be: its `message`, or some of its fields. A field is found by its name or by the names on the way
 * to it with dots between them, as in Elasticsearch: `json.level`. Of an object some of the fields, and everything of a list. A
 * regular expression must match a text, and matchers of Vitest and Jest, such as `expect.any(String)`, match as they do there.
 */
export type ExpectedDocument = string | Readonly<Record<string, unknown>>;

/** How lines are given. */
export interface GivenOptions {
  /**
   * Where the container has written them.
   *
   * @default 'stdout'
   */
  readonly stream?: 'stdout' | 'stderr';

  /**
   * Labels of the pod, by which a treatment or a route may select it.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** How a pipeline is tested. */
export interface PipelineTestOptions {
  /**
   * What happens to expectations where no Fluentd can be had: they fail, with one sentence on the ways to get one, or they are
   * not checked, which is said once.
   *
   * @default 'fail'
   */
  readonly withoutFluentd?: 'fail' | 'skip';
}

/** A pipeline that lines are given to. */
export interface PipelineUnderTest {
  /**
   * Lines that a container writes, all at once. What is given before an expectation is awaited is tried together, so that
   * hundreds take as long as one.
   *
   * @param container its namespace and its name, e.g. `shop/cart`
   */
  given(
    container: `${string}/${string}`,
    lines: GivenLine | readonly GivenLine[],
    options?: GivenOptions,
  ): PipelineExpectations;

  /** Gets and starts a Fluentd, which otherwise the first expectation waits for; installing one can take minutes. */
  ready(): Promise<void>;
}

/** What is expected of lines. Each of these may be asked several times, and is fulfilled or throws an AssertionError. */
export interface PipelineExpectations {
  /** These documents are stored, in this order, and no others. */
  emits(documents: readonly ExpectedDocument[]): Promise<void>;

  /**
   * None of the lines is stored: a rule drops them.
   *
   * @param reason what they must be counted as, e.g. the `reason` of a rule
   */
  drops(reason?: string): Promise<void>;

  /**
   * The lines are stored, and these texts, which stand in them, are in no document.
   *
   * @param pattern what they must be counted as, e.g. the name of a pattern
   */
  redacts(texts: string | readonly string[], pattern?: string): Promise<void>;

  /** Everything is stored in the data stream of this route. */
  toRoute(route: string): Promise<void>;
}
