/// <reference lib="dom" />
import { Readability } from '@mozilla/readability';
import { elementsUnder } from './page-elements.js';

/**
 * Readability, whose article is handed over as a node. It asks for elements by their names a hundred times a page; a
 * method of its own, which is replaced here, does so by selectors, which linkedom compiles every time.
 */
export class ArticleFinder extends Readability<Node> {
  constructor(document: Document) {
    super(document, { serializer: (node) => node });
  }

  /** Called by Readability: the elements under a node that have one of these names in any case, in document order. */
  protected _getAllNodesWithTag(node: Node, names: readonly string[]): Element[] {
    const wanted = names.map((name) => name.toLowerCase());
    return elementsUnder(node).filter(({ localName }) => wanted.includes(localName.toLowerCase()));
  }
}
