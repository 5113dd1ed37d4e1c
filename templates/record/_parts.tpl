{{#PART}}
<fieldset id="{{PART_ID}}">
<legend>{{LEGEND}}</legend>
<div class="grid">
[[include:record/_field.tpl]]
</div>
{{#THEIR_ROWS}}<p class="beside"><strong>[[Theirs:]]</strong><br><span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIR_ROWS}}
{{#BOXES}}<ul class="boxes">{{#BOX}}<li class="box"><input id="{{ID}}" name="{{ID}}" value="{{VALUE}}" type="checkbox"{{#TICKED}} checked{{/TICKED}}> <label for="{{ID}}">{{BOX_NAME}}</label></li>{{/BOX}}</ul>{{/BOXES}}
{{#ROWS}}
{{#ROW}}
<fieldset class="row">
<legend>{{ROW_LABEL}} {{ROW_NUMBER}}</legend>
<div class="grid">
[[include:record/_field.tpl]]
</div>
{{#BUTTONS}}<p class="moves">{{#MOVES}}<button name="action" value="{{PREFIX}}up"{{#UP_FOCUS}} autofocus{{/UP_FOCUS}}>[[Up]]<span class="hidden">: {{ROW_LABEL}} {{ROW_NUMBER}}</span></button> <button name="action" value="{{PREFIX}}down"{{#DOWN_FOCUS}} autofocus{{/DOWN_FOCUS}}>[[Down]]<span class="hidden">: {{ROW_LABEL}} {{ROW_NUMBER}}</span></button> {{/MOVES}}{{#REMOVES}}<button name="action" value="{{PREFIX}}remove">[[Remove]]<span class="hidden">: {{ROW_LABEL}} {{ROW_NUMBER}}</span></button>{{/REMOVES}}</p>{{/BUTTONS}}
</fieldset>
{{/ROW}}
<p class="moves"><button id="{{ROWS_NAME}}" name="action" value="{{ROWS_NAME}}.add"{{#ADD_FOCUS}} autofocus{{/ADD_FOCUS}}>[[Add]]<span class="hidden">: {{ROWS_LABEL}}</span></button></p>
{{/ROWS}}
</fieldset>
{{/PART}}
