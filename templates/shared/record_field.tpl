{{#SETTLED}}<p class="field"><strong>[[include:shared/record_label.tpl]]</strong> {{#WRITTEN}}{{VALUE}}{{/WRITTEN}}[[include:shared/record_word.tpl]]</p>{{/SETTLED}}
{{#HIDDEN}}<input type="hidden" name="{{ID}}" value="{{VALUE:pre_escape}}">{{/HIDDEN}}
{{#FIELD}}
<div class="field{{#AREA}} whole{{/AREA}}">
<label for="{{ID}}">[[include:shared/record_label.tpl]]</label>
{{#HINTED}}<small id="{{ID}}-hint">[[include:shared/record_hint.tpl]]</small>{{/HINTED}}
{{#FAULT}}<p class="fault" id="{{ID}}-fault">[[include:shared/record_fault.tpl]]</p>{{/FAULT}}
{{#LINE}}<input id="{{ID}}" name="{{ID}}" value="{{VALUE:pre_escape}}"{{#HINTED}} aria-describedby="{{ID}}-hint"{{/HINTED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{/LINE}}
{{#LISTED}}<input id="{{ID}}" name="{{ID}}" value="{{VALUE:pre_escape}}" list="list-{{LIST}}"{{#HINTED}} aria-describedby="{{ID}}-hint"{{/HINTED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}} autocapitalize="none" spellcheck="false">{{/LISTED}}
{{#NAMED_DOCUMENT}}<p class="beside">{{DOCUMENT_TITLE}}</p>{{/NAMED_DOCUMENT}}
{{#AREA}}<textarea id="{{ID}}" name="{{ID}}" rows="{{LINES}}"{{#HINTED}} aria-describedby="{{ID}}-hint"{{/HINTED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>
{{VALUE:pre_escape}}</textarea>{{/AREA}}
{{#SELECT}}<select id="{{ID}}" name="{{ID}}"{{#HINTED}} aria-describedby="{{ID}}-hint"{{/HINTED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{#NOTHING}}<option value=""></option>{{/NOTHING}}{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{#NAMED}}{{OPTION_NAME}}{{/NAMED}}[[include:shared/record_word.tpl]]</option>{{/OPTION}}</select>{{/SELECT}}
{{#FILE}}{{#KEPT}}<p>[[A file is here already; another one replaces it.]]</p>{{/KEPT}}<input id="{{ID}}" name="{{ID}}" type="file" accept="application/pdf,.pdf"{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{/FILE}}
{{#THEIRS}}<p class="beside"><strong>[[Theirs:]]</strong> <span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIRS}}
</div>
{{/FIELD}}
