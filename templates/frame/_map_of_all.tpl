{{#MAP_OF_ALL}}
<figure class="map">
<svg viewBox="{{VIEW}}" role="group" aria-label="[[Map of all cooperation]]">
{{#REST}}<path{{#BENELUX}} class="member"{{/BENELUX}} d="{{OUTLINE}}"/>{{/REST}}
{{#GROUP}}<a href="{{PATH}}" aria-label="{{TITLE}}:{{#NAMED}} {{NAME}}{{#NAMED_separator}},{{/NAMED_separator}}{{/NAMED}}">{{#AREA}}<path class="{{#COUNTRY}}country{{/COUNTRY}}{{#REGION}}region{{/REGION}}" d="{{OUTLINE}}"/>{{/AREA}}</a>
{{/GROUP}}
[[include:frame/_lettering.tpl]]
</svg>
<figcaption>
<ul>
<li><svg viewBox="0 0 24 16" aria-hidden="true"><path class="member" d="M2 2h20v12h-20z"/></svg> Benelux</li>
<li><svg viewBox="0 0 24 16" aria-hidden="true"><path class="region" d="M2 2h20v12h-20z"/></svg> [[neighbouring regions]]</li>
<li><svg viewBox="0 0 24 16" aria-hidden="true"><path class="country" d="M2 2h20v12h-20z"/></svg> [[countries in a common forum]]</li>
</ul>
</figcaption>
</figure>
{{/MAP_OF_ALL}}
