{{#MAP_OF_BORDERS}}
<div class="map">
<svg viewBox="{{VIEW}}" role="img" aria-label="[[Map of the borders:]]{{#BORDER}} {{NAME}}{{#BORDER_separator}},{{/BORDER_separator}}{{/BORDER}}{{#CONCERNED}}, {{NAME}}{{/CONCERNED}}">
{{#AREA}}<path{{#SIDE}} class="country"{{/SIDE}}{{#REGION}} class="concerned"{{/REGION}} d="{{OUTLINE}}"/>{{/AREA}}{{#BORDER}}<path class="border" d="{{LINE}}"/>{{/BORDER}}[[include:frame/_lettering.tpl]]
</svg>
</div>
{{/MAP_OF_BORDERS}}
