{{#BY_YEAR}}
<section class="by-year" aria-labelledby="by-year">
<h2 id="by-year" class="hidden">[[Figures by year]]</h2>
[[include:frame/_timeline.tpl]]
<details><summary>[[Figures by year]]</summary>
<div class="scroll" role="group" aria-labelledby="by-year" tabindex="0">
<table>
<thead><tr><th scope="col">[[Year]]</th><th scope="col">[[Reported]]</th><th scope="col">[[Solved]]</th><th scope="col">[[Open (end of year or today)]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{NUMBER}}</th><td>{{OPENED}}</td><td>{{SOLVED}}</td><td>{{STILL_OPEN}}</td></tr>
{{/ROW}}
</tbody>
</table>
</div>
</details>
</section>
{{/BY_YEAR}}
