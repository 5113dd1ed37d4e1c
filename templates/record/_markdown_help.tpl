<details class="help"><summary>[[What may be written here]]</summary>
<dl>
<div><dt>[[Heading]]</dt><dd><code>## …</code>, <code>### …</code></dd></div>
<div><dt>[[List]]</dt><dd><code>- …</code>, <code>1. …</code></dd></div>
<div><dt>[[Bold]]</dt><dd><code>**…**</code></dd></div>
<div><dt>[[Italic]]</dt><dd><code>*…*</code></dd></div>
<div><dt>[[Table, its first line the names of the columns]]</dt><dd><code>| … | … |</code><br><code>|---|---|</code><br><code>| … | … |</code></dd></div>
<div><dt>[[Footnote]]</dt><dd><code>…[^1]</code>, <code>[^1]: …</code></dd></div>
<div><dt>[[Quote]]</dt><dd><code>&gt; …</code></dd></div>
<div><dt>[[Link]]</dt><dd><code>[…](https://example.org/)</code></dd></div>
<div><dt>[[Link to a document of this site, by its key]] (<a href="{{LINKS}}" target="_blank">[[look one up]]</a>)</dt><dd><code>[…](doc:penta)</code></dd></div>
<div><dt>[[Link to a file of this site]]</dt><dd><code>[…](/files/….pdf)</code></dd></div>
<div><dt>[[Picture of this record, by its number, on a line of its own; between the square brackets what stands below it]]</dt><dd><code>![…](picture:1)</code></dd></div>
</dl>
<p>[[An empty line begins a new paragraph. Addresses that begin with https:// become links. HTML is shown as it is written.]]</p>
<p>[[What is pasted from Word, an e-mail or a web page keeps its headings, lists, links, tables, bold and italics.]]</p>
</details>
