{{#MAP}}
<figure class="map">
<svg viewBox="{{VIEW}}" role="img" aria-label="[[Map of who takes part:]]{{#SHOWN}} {{NAME}}[[include:frame/_role.tpl]]{{#SHOWN_separator}},{{/SHOWN_separator}}{{/SHOWN}}{{#TOWNS}}. [[Towns of its meetings:]]{{#TOWN}} {{NAME}}{{#TOWN_separator}},{{/TOWN_separator}}{{/TOWN}}{{/TOWNS}}">
{{#AREA}}<path[[include:frame/_look.tpl]] d="{{PATH}}"/>{{/AREA}}{{#TOWNS}}<path class="town" d="{{DOTS}}"/><path class="town" d="{{DOTS}}"/>{{/TOWNS}}[[include:frame/_lettering.tpl]]
</svg>
<figcaption>
{{#KEY}}
<ul>
{{#ENTRY}}<li><svg viewBox="0 0 24 16" aria-hidden="true"><path[[include:frame/_look.tpl]] d="M2 2h20v12h-20z"/></svg> {{#MEMBER}}[[member]]{{/MEMBER}}{{#OBSERVER}}[[observer]]{{/OBSERVER}}{{#ATTENDS}}[[attends]]{{/ATTENDS}}{{#CO_CHAIR}}[[co-chair]]{{/CO_CHAIR}}{{#SIGNATORY}}[[signatory]]{{/SIGNATORY}}</li>
{{/ENTRY}}
</ul>
{{/KEY}}
{{#TOWNS}}<p><span class="dot" aria-hidden="true">●</span> [[town of a meeting]]</p>{{/TOWNS}}
{{#MISSING}}<p class="absent">[[Not on the map:]]{{#ABSENT}} {{NAME}}[[include:frame/_role.tpl]]{{#ABSENT_separator}},{{/ABSENT_separator}}{{/ABSENT}}</p>{{/MISSING}}
</figcaption>
</figure>
{{/MAP}}
