<div class="scroll" role="group" aria-labelledby="{{ID}}" tabindex="0">
<table>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">[[Meaning]]</th><th scope="col">[[Value]]</th></tr></thead>
<tbody>
{{#FIELD}}
<tr><td><code>{{NAME}}</code></td><td>{{WORDS}}</td><td>{{#TYPE}}{{WORD}}{{/TYPE}}{{#OF}}<a href="#{{NAME}}">{{NAME}}</a>{{/OF}}{{#VALUE}}<code>{{CODE}}</code>{{#VALUE_separator}} {{/VALUE_separator}}{{/VALUE}}</td></tr>
{{/FIELD}}
</tbody>
</table>
</div>
