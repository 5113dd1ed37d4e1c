{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>{{PAGE_TITLE}}</h1>
{{#DONE}}<p class="notice" role="status">{{#WAS_SAVED}}[[The record is saved as a draft. Visitors see it once it is published.]]{{/WAS_SAVED}}{{#WAS_MERGED}}[[Somebody else saved this record in the meantime. Their changes and yours both stand.]]{{/WAS_MERGED}}{{#WAS_PUBLISHED}}[[The record is saved and public.]]{{/WAS_PUBLISHED}}</p>{{/DONE}}
{{#EARLIER_SAVE}}<p class="notice" role="status">[[This is an earlier version. Save it to bring it back as a draft.]]</p>{{/EARLIER_SAVE}}
{{#CONFLICT}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>{{#OTHER}}[[Somebody else saved this record in the meantime]]{{/OTHER}}{{#OWN}}[[You saved this record in the meantime, in another window]]{{/OWN}}</h2><p>[[Nothing is lost: below are the changes of both. Where both changed the same, what you typed here stands in the field and the other beside it. Save again when it is as it should be.]]</p></div>{{/CONFLICT}}
[[include:record/_problems.tpl]]
{{#KNOWN}}<p class="links">[[Texts:]] {{#TEXT_LINK}}<a href="{{PATH}}" hreflang="{{TAG}}" lang="{{TAG}}">{{LANGUAGE_NAME}}</a> {{/TEXT_LINK}}· <a href="{{DOCUMENT_PATH}}">[[All languages of this document: publish, withdraw, archive]]</a>{{#SERIES}} · <a href="{{COPY}}">[[Record the next one of this series]]</a>{{/SERIES}}</p>{{/KNOWN}}
{{#REPORTS}}<section class="links" aria-labelledby="reports"><h2 id="reports">[[Reports of visitors]]</h2><ul class="plain">{{#REPORT}}<li><a href="{{PATH}}">{{REPORT_NAME}}</a></li>{{/REPORT}}</ul></section>{{/REPORTS}}
<p class="links"><small>[[Is a place, a country, a region or an organisation missing from the lists?]] <a href="{{NAMES_PATH}}">[[Add it]]</a>. [[Save this record first.]]</small></p>
<div class="sides">
[[include:record/_part_links.tpl]]
<form class="fields record" action="{{ACTION}}" method="post" enctype="multipart/form-data">
<button class="hidden" name="action" value="save" tabindex="-1" aria-hidden="true">[[Save]]</button>
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
{{#KEPT_FIELD}}<input type="hidden" name="{{ID}}" value="{{VALUE}}">{{/KEPT_FIELD}}
[[include:record/_parts.tpl]]
{{#MINOR}}[[include:record/_minor.tpl]]{{/MINOR}}
<p class="actions"><button name="action" value="save">[[Save the draft]]</button> <button name="action" value="preview">[[Preview]]</button> <button name="action" value="publish">[[Save and publish]]</button>{{#MINOR}} <button name="action" value="correct">[[Publish as a small correction]]</button>{{/MINOR}}</p>
</form>
</div>
<datalist id="list-zone"><option>Europe/Amsterdam</option><option>Europe/Berlin</option><option>Europe/Brussels</option><option>Europe/Copenhagen</option><option>Europe/Dublin</option><option>Europe/London</option><option>Europe/Luxembourg</option><option>Europe/Oslo</option><option>Europe/Paris</option><option>Europe/Stockholm</option><option>Europe/Vienna</option><option>Europe/Zurich</option><option>UTC</option></datalist>
<datalist id="list-language"><option>nl</option><option>fr</option><option>de</option><option>en</option></datalist>
{{#OFFERED}}<datalist id="list-{{LIST}}">{{#OPTION}}<option value="{{VALUE}}">{{OPTION_NAME}}</option>{{/OPTION}}</datalist>{{/OFFERED}}
{{#KNOWN}}
<section class="saves" aria-labelledby="history" tabindex="0">
<h2 id="history">[[History]]</h2>
<ol class="plain">{{#SAVE}}<li><a href="{{PATH}}">[[Version {{NUMBER}}]]</a> {{AT}}{{#BY}}, {{AUTHOR}}{{/BY}}{{#IS_DRAFT}}, [[draft]]{{/IS_DRAFT}}{{#IS_PUBLISHED}}, [[published]]{{/IS_PUBLISHED}}{{#IS_SUPERSEDED}}, [[was public]]{{/IS_SUPERSEDED}}</li>{{/SAVE}}</ol>
</section>
{{/KNOWN}}
[[include:web/_desk_bottom.tpl]]
