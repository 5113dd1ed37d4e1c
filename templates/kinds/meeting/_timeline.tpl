{{#TIMELINE}}
<figure class="timeline">
<svg viewBox="{{BOX}}" stroke="currentColor" aria-hidden="true"><path d="M0 9h640"/>{{#TYPE}}<path stroke-width="{{WIDTH}}" stroke-linecap="{{CAP}}" d="{{MARKS}}"/>{{/TYPE}}</svg>
<p><span>{{FIRST}}</span> <span>{{LAST}}</span></p>
<ul>{{#TYPE}}<li><span aria-hidden="true">{{SIGN}}</span> {{TYPE_WORDS}}: {{NUMBER}}</li>{{/TYPE}}</ul>
</figure>
{{/TIMELINE}}
