{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1>{{#NEW}}[[Record a meeting]]{{/NEW}}{{#KNOWN}}{{PAGE_TITLE}}{{/KNOWN}}</h1>
{{#DONE}}<p class="notice" role="status">{{#IS_SAVED}}[[The record is saved. Its facts count at once; its texts are a draft.]]{{/IS_SAVED}}{{#IS_PUBLISHED}}[[The record is saved and public.]]{{/IS_PUBLISHED}}</p>{{/DONE}}
{{#EARLIER_SAVE}}<p class="notice" role="status">[[This is save {{NUMBER}}. Save it to make it the record again.]]</p>{{/EARLIER_SAVE}}
{{#CONFLICT}}<div class="problem" role="alert"><h2>[[Somebody else saved this record meanwhile]]</h2><p>[[Nothing is lost: what you typed is below, and beside it what they have put there. Save again when it is as it should be.]]</p></div>{{/CONFLICT}}
{{#PROBLEMS}}<div class="problem" role="alert"><h2>[[There is a problem]]</h2><ul>{{#PROBLEM}}<li><a href="#{{PLACE}}">[[include:shared/meeting_label.tpl]]: [[include:shared/meeting_fault.tpl]]</a></li>{{/PROBLEM}}</ul></div>{{/PROBLEMS}}
{{#KNOWN}}<p class="links">[[Texts:]] {{#TEXT_LINK}}<a href="{{PATH}}" hreflang="{{TAG}}" lang="{{TAG}}">{{LANGUAGE_NAME}}</a> {{/TEXT_LINK}}· <a href="{{DOCUMENT_PATH}}">[[All languages of this document: publish, withdraw, archive]]</a> · <a href="{{COPY}}">[[Record the next one of this series]]</a></p>{{/KNOWN}}
<form class="fields record" action="{{ACTION}}" method="post" enctype="multipart/form-data">
<button class="hidden" name="action" value="save" tabindex="-1" aria-hidden="true">[[Save]]</button>
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
{{#KEPT_FIELD}}<input type="hidden" name="{{ID}}" value="{{VALUE}}">{{/KEPT_FIELD}}
{{#PART}}
<fieldset>
<legend>{{#P_WHAT}}[[Meeting]]{{/P_WHAT}}{{#P_WHEN}}[[When and where]]{{/P_WHEN}}{{#P_STATUS}}[[Status]]{{/P_STATUS}}{{#P_PRESIDENCY}}[[Presidency]]{{/P_PRESIDENCY}}{{#P_DELEGATIONS}}[[Participants]]{{/P_DELEGATIONS}}{{#P_AGENDA}}[[Agenda]]{{/P_AGENDA}}{{#P_CONCLUSIONS}}[[Conclusions]]{{/P_CONCLUSIONS}}{{#P_DOCUMENTS}}[[Documents]]{{/P_DOCUMENTS}}{{#P_BODY}}[[More text]]{{/P_BODY}}</legend>
{{#P_DELEGATIONS}}<p><small>[[A party is missing?]] <a href="{{NEW_PARTY}}">[[Add it]]</a>. [[Save this record first.]]</small></p>{{/P_DELEGATIONS}}
<div class="grid">
[[include:shared/meeting_field.tpl]]
</div>
{{#ROWS}}
{{#THEIR_ROWS}}<p class="beside"><strong>[[Theirs:]]</strong><br><span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIR_ROWS}}
{{#ROW}}
<fieldset class="row">
<legend>{{#R_PARTY}}[[Party {{ROW_NUMBER}}]]{{/R_PARTY}}{{#R_DELEGATION}}[[Delegation {{ROW_NUMBER}}]]{{/R_DELEGATION}}{{#R_ITEM}}[[Item {{ROW_NUMBER}}]]{{/R_ITEM}}{{#R_CONCLUSION}}[[Conclusion {{ROW_NUMBER}}]]{{/R_CONCLUSION}}{{#R_DOCUMENT}}[[Document {{ROW_NUMBER}}]]{{/R_DOCUMENT}}</legend>
<div class="grid">
[[include:shared/meeting_field.tpl]]
</div>
<p class="moves">{{#MOVES}}<button name="action" value="{{PREFIX}}up">[[Up]]</button> <button name="action" value="{{PREFIX}}down">[[Down]]</button> {{/MOVES}}<button name="action" value="{{PREFIX}}remove">[[Remove]]</button></p>
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
{{#KNOWN}}
<section class="saves" aria-labelledby="history" tabindex="0">
<h2 id="history">[[History]]</h2>
<ol class="plain">{{#SAVE}}<li><a href="{{PATH}}">[[Save {{NUMBER}}]]</a> {{AT}}, {{AUTHOR}}</li>{{/SAVE}}</ol>
</section>
{{/KNOWN}}
[[include:shared/desk_bottom.tpl]]
