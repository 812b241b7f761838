/** A news page as a browser saves it: an article with a date and a caption among what is not of it. */
export const SAVED_PAGE = `<!doctype html><html lang="en"><head><title>The last ferry</title>
<meta property="article:published_time" content="2031-10-05T09:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">More stories</a></nav><aside>Cookies help us. Subscribe now.</aside>
<article><h1>The last ferry</h1><p><time datetime="2031-10-05">5 October 2031</time></p>
<figure><img src="ferry.jpg" alt=""><figcaption>The Dunmarrow leaves the pier for the last time.</figcaption></figure>
<p>The last ferry crossed the sound on Sunday, with three hundred people, two dogs and a piano on board. It had sailed
twice a day for ninety-one years, in every weather but one.</p>
<p>From Monday on a bridge does its work. The crew of eleven was offered other posts, and nine of them took one, said the
harbour master, who had worked on the boat himself as a boy.</p>
<p>The ship goes to a museum upstream. Its bell stays on the island, where the school will ring it at noon each day, as
the children had asked in a letter to the council.</p></article>
<footer>Subscribe to our newsletter</footer></body></html>`;
