{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1>{{PAGE_TITLE}}</h1>
{{#DONE}}<p class="notice" role="status">{{#IS_SAVED}}[[The record is saved. Its facts count at once; its texts are a draft.]]{{/IS_SAVED}}{{#IS_PUBLISHED}}[[The record is saved and public.]]{{/IS_PUBLISHED}}</p>{{/DONE}}
{{#EARLIER_SAVE}}<p class="notice" role="status">[[This is save {{NUMBER}}. Save it to make it the record again.]]</p>{{/EARLIER_SAVE}}
{{#CONFLICT}}<div class="problem" role="alert"><h2>[[Somebody else saved this record meanwhile]]</h2><p>[[Nothing is lost: what you typed is below, and beside it what they have put there. Save again when it is as it should be.]]</p></div>{{/CONFLICT}}
{{#PROBLEMS}}<div class="problem" role="alert"><h2>[[There is a problem]]</h2><ul>{{#PROBLEM}}<li><a href="#{{PLACE}}">[[include:shared/record_label.tpl]]: [[include:shared/record_fault.tpl]]</a></li>{{/PROBLEM}}</ul></div>{{/PROBLEMS}}
{{#KNOWN}}<p class="links">[[Texts:]] {{#TEXT_LINK}}<a href="{{PATH}}" hreflang="{{TAG}}" lang="{{TAG}}">{{LANGUAGE_NAME}}</a> {{/TEXT_LINK}}· <a href="{{DOCUMENT_PATH}}">[[All languages of this document: publish, withdraw, archive]]</a>{{#SERIES}} · <a href="{{COPY}}">[[Record the next one of this series]]</a>{{/SERIES}}</p>{{/KNOWN}}
<p class="links"><small>[[Is a place, a country, a region or an organisation missing from the lists?]] <a href="{{NAMES_PATH}}">[[Add it]]</a>. [[Save this record first.]]</small></p>
<form class="fields record" action="{{ACTION}}" method="post" enctype="multipart/form-data">
<button class="hidden" name="action" value="save" tabindex="-1" aria-hidden="true">[[Save]]</button>
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
{{#KEPT_FIELD}}<input type="hidden" name="{{ID}}" value="{{VALUE}}">{{/KEPT_FIELD}}
{{#PART}}
<fieldset>
<legend>[[include:shared/record_part.tpl]]</legend>
<div class="grid">
[[include:shared/record_field.tpl]]
</div>
{{#THEIR_ROWS}}<p class="beside"><strong>[[Theirs:]]</strong><br><span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIR_ROWS}}
{{#BOXES}}<ul class="boxes">{{#BOX}}<li class="box"><input id="{{ID}}" name="{{ID}}" value="{{VALUE}}" type="checkbox"{{#TICKED}} checked{{/TICKED}}> <label for="{{ID}}">{{BOX_NAME}}</label></li>{{/BOX}}</ul>{{/BOXES}}
{{#ROWS}}
{{#ROW}}
<fieldset class="row">
<legend>[[include:shared/record_row.tpl]]</legend>
<div class="grid">
[[include:shared/record_field.tpl]]
</div>
{{#BUTTONS}}<p class="moves">{{#MOVES}}<button name="action" value="{{PREFIX}}up">[[Up]]</button> <button name="action" value="{{PREFIX}}down">[[Down]]</button> {{/MOVES}}{{#REMOVES}}<button name="action" value="{{PREFIX}}remove">[[Remove]]</button>{{/REMOVES}}</p>{{/BUTTONS}}
</fieldset>
{{/ROW}}
<p class="moves"><button name="action" value="{{GROUP}}.add">[[Add]]</button></p>
{{/ROWS}}
</fieldset>
{{/PART}}
<p class="actions"><button name="action" value="save">[[Save]]</button> <button name="action" value="publish">[[Save and publish]]</button></p>
</form>
<datalist id="list-zone"><option>Europe/Amsterdam</option><option>Europe/Berlin</option><option>Europe/Brussels</option><option>Europe/Copenhagen</option><option>Europe/Dublin</option><option>Europe/London</option><option>Europe/Luxembourg</option><option>Europe/Oslo</option><option>Europe/Paris</option><option>Europe/Stockholm</option><option>Europe/Vienna</option><option>Europe/Zurich</option><option>UTC</option></datalist>
<datalist id="list-language"><option>nl</option><option>fr</option><option>de</option><option>en</option></datalist>
{{#DOCUMENT_LIST}}<datalist id="list-document">{{#ITEM}}<option value="{{VALUE}}">{{ITEM_NAME}}</option>{{/ITEM}}</datalist>{{/DOCUMENT_LIST}}
{{#KNOWN}}
<section class="saves" aria-labelledby="history" tabindex="0">
<h2 id="history">[[History]]</h2>
<ol class="plain">{{#SAVE}}<li><a href="{{PATH}}">[[Save {{NUMBER}}]]</a> {{AT}}, {{AUTHOR}}</li>{{/SAVE}}</ol>
</section>
{{/KNOWN}}
[[include:shared/desk_bottom.tpl]]
