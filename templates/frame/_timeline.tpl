{{#TIMELINE}}
<figure class="timeline">
<svg viewBox="{{BOX}}" fill="none" stroke="currentColor" aria-hidden="true"><path d="M8 9h624"/><path stroke-width="6" stroke-dasharray="1 {{YEAR_STEP}}" d="M8 9h625"/>{{#COLUMNS}}<path opacity=".4" stroke-width="{{WIDTH}}" d="{{LEFT}}"/><path stroke-width="{{WIDTH}}" d="{{RIGHT}}"/><path class="open" d="{{LINE}}"/>{{/COLUMNS}}{{#KIND}}<path stroke-width="{{WIDTH}}" stroke-linecap="{{CAP}}" d="{{MARKS}}"/>{{/KIND}}{{#BANDS}}<g stroke-width="10">{{#TERM}}<path{{#NOT_NOW}} opacity=".4"{{/NOT_NOW}} d="{{BAND}}">{{#TITLED}}<title>{{TITLE}}</title>{{/TITLED}}</path>{{/TERM}}</g>{{/BANDS}}</svg>
<p><span>{{FIRST}}</span>{{#UNTIL}} <span>{{LAST}}</span>{{/UNTIL}}</p>
<ul>{{#KIND}}<li><span aria-hidden="true">{{SIGN}}</span> {{WORDS}}: {{NUMBER}}</li>{{/KIND}}{{#BANDS}}<li><span aria-hidden="true">▬</span> [[Presidencies]]</li>{{/BANDS}}{{#COLUMNS}}<li><span aria-hidden="true" class="faint">■</span> [[Reported]]</li><li><span aria-hidden="true">■</span> [[Solved]]</li><li><span aria-hidden="true" class="open">—</span> [[Open (end of year or today)]]</li>{{/COLUMNS}}</ul>
</figure>
{{/TIMELINE}}
