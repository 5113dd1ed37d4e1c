{{#TIMELINE}}
<figure class="timeline">
<svg viewBox="{{BOX}}" role="img" aria-label="[[Meetings from {{FIRST}} to {{LAST}}:]]{{#TYPE}} {{TYPE_WORDS}} {{NUMBER}}{{#TYPE_separator}},{{/TYPE_separator}}{{/TYPE}}"><path class="axis" d="M0 9h640"/>{{#TYPE}}<path class="{{TYPE_NAME}}" d="{{MARKS}}"/>{{/TYPE}}</svg>
<p><span>{{FIRST}}</span> <span>{{LAST}}</span></p>
<figcaption><ul>{{#TYPE}}<li><svg viewBox="-8 -8 16 16" aria-hidden="true"><path class="{{TYPE_NAME}}" d="M0 0{{OUTLINE}}"/></svg> {{TYPE_WORDS}}</li> {{/TYPE}}</ul></figcaption>
</figure>
{{/TIMELINE}}
