{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Words of the search]]</h1>
<p class="links">{{#CHOICE_OF_LANGUAGE}}<a href="{{PATH}}" hreflang="{{TAG}}" lang="{{TAG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LANGUAGE_NAME}}</a>{{#CHOICE_OF_LANGUAGE_separator}} · {{/CHOICE_OF_LANGUAGE_separator}}{{/CHOICE_OF_LANGUAGE}}</p>
{{#DONE}}<p class="notice" role="status">[[The synonyms are saved. The search knows them.]]</p>{{/DONE}}
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul><li><a href="#groups">{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#LONELY}}[[Line {{LINE}} has one word alone: a group has two or more, with commas between them]]{{/LONELY}}{{#CROWDED}}[[Line {{LINE}} has too many words and phrases: a group has twenty at most]]{{/CROWDED}}{{#CONFLICT}}[[Somebody else has saved meanwhile. Theirs are below yours; saving again puts yours in their place.]]{{/CONFLICT}}</a></li></ul></div>{{/PROBLEM}}
<section aria-labelledby="synonyms">
<h2 id="synonyms">[[Synonyms]]</h2>
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="version" value="{{VERSION}}">
<p class="field"><label for="groups">[[Groups of words that mean the same]]</label> <small id="groups-hint">[[A group a line, with commas between its words or phrases. Who seeks one of them finds all.]]</small>
<textarea id="groups" name="groups" lang="{{TAG_OF_GROUPS}}" rows="{{LINES}}" maxlength="20000" aria-describedby="groups-hint"{{#INVALID}} aria-invalid="true"{{/INVALID}}>{{GROUPS:pre_escape}}</textarea></p>
{{#THEIRS}}<p class="beside"><strong>[[Theirs:]]</strong><br><span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIRS}}
<p class="actions"><button>[[Save]]</button></p>
</form>
</section>
<section aria-labelledby="unfound">
<h2 id="unfound">[[Sought in vain]]</h2>
<p>[[Words that visitors sought at least three times and that no text has. Nothing is kept of who sought them.]]</p>
{{#UNFOUND}}
<table>
<thead><tr><th scope="col">[[Word]]</th><th scope="col">[[Times]]</th><th scope="col">[[Last]]</th></tr></thead>
<tbody>
{{#SOUGHT}}<tr><th scope="row" lang="{{TAG_OF_GROUPS}}">{{WORD}}</th><td>{{TIMES}}</td><td>{{DAY}}</td></tr>
{{/SOUGHT}}
</tbody>
</table>
{{/UNFOUND}}
{{#ALL_FOUND}}<p class="notice">[[There is none.]]</p>{{/ALL_FOUND}}
</section>
[[include:web/_desk_bottom.tpl]]
