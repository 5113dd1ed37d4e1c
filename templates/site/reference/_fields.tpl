<dl class="defined">
{{#FIELD}}
<div><dt><code>{{NAME}}</code></dt><dd>{{WORDS}}</dd><dd>{{#TYPE}}{{WORD}}{{/TYPE}}{{#OF}}<a href="#{{NAME}}">{{NAME}}</a>{{/OF}}{{#VALUE}}<code>{{CODE}}</code>{{#VALUE_separator}} {{/VALUE_separator}}{{/VALUE}}</dd></div>
{{/FIELD}}
</dl>
