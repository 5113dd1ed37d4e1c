{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>{{PAGE_TITLE}}</h1>
<p class="links"><a href="{{NAMES_PATH}}">[[Names of places and participants]]</a>{{#KNOWN}} · [[Key:]] <code>{{KEY}}</code>{{/KNOWN}}</p>
{{#DONE}}<p class="notice" role="status">[[It is saved. The pages that show it are renewed.]]</p>{{/DONE}}
{{#RENEWALS}}<p class="notice">[[Pages that still show a name as it was, and will soon be renewed: {{PAGES}}]]</p>{{/RENEWALS}}
{{#CONFLICT}}<div class="problem" role="alert"><h2>[[Somebody else changed this in the meantime]]</h2><p>[[Nothing is lost: what you typed is below, and beside it what they have put there. Save again when it is as it should be.]]</p></div>{{/CONFLICT}}
{{#GONE}}<div class="problem" role="alert"><h2>[[Somebody else deleted this in the meantime]]</h2><p>[[Nothing is lost: what you typed is below. Saving adds it again.]]</p></div>{{/GONE}}
{{#IS_USED}}<div class="problem" role="alert"><h2>[[It is not deleted]]</h2><p>[[It is used: see below.]]</p></div>{{/IS_USED}}
{{#IS_CHANGED}}<div class="problem" role="alert"><h2>[[It is not deleted]]</h2><p>[[Somebody else changed it in the meantime: look at it again.]]</p></div>{{/IS_CHANGED}}
{{#PROBLEMS}}<div class="problem" role="alert"><h2>[[There is a problem]]</h2><ul>{{#PROBLEM}}<li><a href="#{{AT}}">[[include:kinds/name/_label.tpl]]: [[include:kinds/name/_fault.tpl]]</a></li>{{/PROBLEM}}</ul></div>{{/PROBLEMS}}
{{#FORM}}
<form class="fields record" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<input type="hidden" name="version" value="{{VERSION}}">
{{#GROUP}}
<fieldset>
<legend>{{#OF_NAMES}}[[Names]]{{/OF_NAMES}}{{#OF_FACTS}}[[Facts]]{{/OF_FACTS}}</legend>
<div class="grid">
{{#FIELD}}
<div class="field{{#WHOLE}} whole{{/WHOLE}}">
<label for="{{ID}}">[[include:kinds/name/_label.tpl]]</label>
{{#HINTED}}<small id="{{ID}}-hint">[[include:kinds/name/_hint.tpl]]</small>{{/HINTED}}
{{#FAULT}}<p class="fault" id="{{ID}}-fault">[[include:kinds/name/_fault.tpl]]</p>{{/FAULT}}
{{#LINE}}<input id="{{ID}}" name="{{ID}}" value="{{VALUE}}"{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#WRITTEN}} lang="{{TAG}}"{{/WRITTEN}}{{#PLAIN}} autocapitalize="none" spellcheck="false"{{/PLAIN}} autocomplete="off">{{/LINE}}
{{#SELECT}}<select id="{{ID}}" name="{{ID}}"{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}><option value=""></option>{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{#NAMED}}{{OPTION_NAME}}{{/NAMED}}[[include:kinds/name/_party_kind.tpl]]</option>{{/OPTION}}</select>{{/SELECT}}
{{#THEIRS}}<p class="beside"><strong>[[Theirs:]]</strong> {{#AS_TYPED}}{{THEIR_VALUE}}{{/AS_TYPED}}[[include:kinds/name/_party_kind.tpl]]</p>{{/THEIRS}}
</div>
{{/FIELD}}
</div>
</fieldset>
{{/GROUP}}
<p class="actions"><button name="action" value="save">[[Save]]</button></p>
</form>
{{/FORM}}
{{#KNOWN}}
<section class="saves" aria-labelledby="uses" tabindex="0">
<h2 id="uses">[[Used on]]</h2>
{{#NO_USE}}<p>[[Nothing uses it.]]</p>
<form class="withdraw" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}"><p><button name="action" value="delete">[[Delete]]</button></p></form>{{/NO_USE}}
{{#USES}}
<ul>
{{#USE}}<li><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a>{{#A_PLACE}} <small>[[a place]]</small>{{/A_PLACE}}</li>
{{/USE}}
</ul>
{{#MORE}}<p>[[And {{NUMBER}} more.]]</p>{{/MORE}}
{{/USES}}
</section>
{{/KNOWN}}
[[include:web/_desk_bottom.tpl]]
