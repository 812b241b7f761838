import { Parser } from "htmlparser2";
import { elementsIn, PageElement, type PageMaker, PageText } from "./page-node.ts";

/**
 * Elements in each other; browsers stop at as many. Whoever asks what an element holds goes through all of it, so that
 * the work grows with the depth.
 */
const DEEPEST = 512;
/** The document and its body, which many pages do not name. */
const OUTER = 2;

/** A page as a tree of its elements. */
export class PageDocument implements PageMaker {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  /** How often an element is gone through if each is asked once for all that it holds. */
  readonly effort: number;

  /** @throws RangeError where elements stand too deep in each other. */
  constructor(html: string) {
    const top = this.createElement("html");
    this.effort = parse(html, top);
    this.documentElement = firstNamed(top, "html") ?? top;
    this.body = firstNamed(this.documentElement, "body") ?? bodyOf(this.documentElement);
  }

  get firstChild(): PageElement {
    return this.documentElement;
  }

  get title(): string {
    return firstNamed(this.documentElement, "title")?.textContent ?? "";
  }

  createElement(name: string): PageElement {
    return new PageElement(name, this);
  }

  createTextNode(text: string): PageText {
    return new PageText(text);
  }

  getElementsByTagName(name: string): readonly PageElement[] {
    return this.documentElement.getElementsByTagName(name);
  }

  querySelectorAll(names: string): readonly PageElement[] {
    return this.documentElement.querySelectorAll(names);
  }

  parseInto(html: string, element: PageElement): void {
    parse(html, element);
  }
}

function firstNamed(root: PageElement, name: string): PageElement | undefined {
  return elementsIn(root, ({ localName }) => localName === name)[0];
}

/** Everything but the head, of a page that does not say where its body begins. */
function bodyOf(root: PageElement): PageElement {
  const body = root.ownerDocument.createElement("body");
  for (const node of root.childNodes) if (node.nodeName !== "HEAD") body.appendChild(node);
  root.appendChild(body);
  return body;
}

/** Puts what a piece of a page says into an element; gives the sum of the depths at which its nodes stand. */
function parse(html: string, into: PageElement): number {
  let element = into;
  let depth = 0;
  let effort = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) throw new RangeError(`more than ${DEEPEST} elements in each other`);
      effort += depth + OUTER;
      const child = new PageElement(name, into.ownerDocument, Object.entries(attributes));
      element.appendChild(child);
      element = child;
    },
    ontext(text) {
      const last = element.lastChild;
      if (last instanceof PageText) {
        last.textContent += text;
        return;
      }
      effort += depth + OUTER;
      element.appendChild(new PageText(text));
    },
    onclosetag() {
      depth -= 1;
      element = element.parentNode ?? into;
    },
  });
  parser.end(html);
  return effort;
}
