{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1><span lang="{{ORIGINAL_TAG}}">{{DOCUMENT_TITLE}}</span> <small lang="{{TAG}}">{{LANGUAGE_NAME}}</small></h1>
{{#DONE}}<p class="notice" role="status">{{#IS_SAVED}}[[The draft is saved.]]{{/IS_SAVED}}{{#IS_PUBLISHED}}[[The text is public.]]{{/IS_PUBLISHED}}{{#IS_WITHDRAWN}}[[The text is no longer public. It stays in the history.]]{{/IS_WITHDRAWN}}</p>{{/DONE}}
{{#CONFLICT}}<div class="problem" role="alert"><h2>[[Somebody else saved this text meanwhile]]</h2><p>[[Nothing is lost: what you typed is below, and beside each text what differs from theirs. Save again when it is as it should be.]] <small>{{AUTHOR}}, {{AT}}</small></p></div>{{/CONFLICT}}
{{#PROBLEMS}}<div class="problem" role="alert"><h2>[[There is a problem]]</h2><ul>{{#PROBLEM}}<li><a href="#{{PLACE}}">[[include:shared/field.tpl]]: [[include:shared/fault.tpl]]</a></li>{{/PROBLEM}}</ul></div>{{/PROBLEMS}}
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<input type="hidden" name="base" value="{{BASE}}">
<input type="hidden" name="original" value="{{ORIGINAL_ID}}">
{{#TEXT}}
<div class="pair">
<div><label for="{{FIELD}}">[[include:shared/field.tpl]]</label>
{{#FAULT}}<p class="fault">[[include:shared/fault_words.tpl]]</p>{{/FAULT}}
<textarea id="{{FIELD}}" name="text.{{FIELD}}" rows="{{LINES}}" lang="{{TAG}}" maxlength="100000"{{#L_BODY}} data-markdown{{/L_BODY}}>
{{VALUE:pre_escape}}</textarea>
{{#THEIRS}}<p class="beside"><strong>[[Their text, and yours:]]</strong> {{#PIECE}}{{#SAME}}{{WORDS:pre_escape}}{{/SAME}}{{#REMOVED}}<del>{{WORDS:pre_escape}}</del>{{/REMOVED}}{{#ADDED}}<ins>{{WORDS:pre_escape}}</ins>{{/ADDED}}{{/PIECE}}</p>{{/THEIRS}}
</div>
{{#BESIDE}}<div class="beside" lang="{{ORIGINAL_TAG}}"><p class="when">[[Original]]</p><p class="lines">{{ORIGINAL_TEXT:pre_escape}}</p></div>{{/BESIDE}}
{{#CHANGED}}<div class="beside changed"><p class="when">[[The original has changed since this was translated:]]</p><p class="lines" lang="{{ORIGINAL_TAG}}">{{#PIECE}}{{#SAME}}{{WORDS:pre_escape}}{{/SAME}}{{#REMOVED}}<del>{{WORDS:pre_escape}}</del>{{/REMOVED}}{{#ADDED}}<ins>{{WORDS:pre_escape}}</ins>{{/ADDED}}{{/PIECE}}</p></div>{{/CHANGED}}
</div>
{{/TEXT}}
<p><label for="slug">[[Address]]</label> <input id="slug" name="slug" value="{{SLUG}}" maxlength="100" autocapitalize="none" spellcheck="false"> <small>[[Lower-case letters, digits and hyphens. The old address leads on to the new one.]]</small></p>
{{#TRANSLATION}}<p class="box"><input id="aligned" name="aligned" value="yes" type="checkbox"> <label for="aligned">[[This translation says what the original beside it says]]</label></p>{{/TRANSLATION}}
<p><label for="note">[[What you changed]]</label> <input id="note" name="note" value="{{NOTE_TYPED}}" maxlength="500"></p>
<p class="actions"><button name="action" value="save">[[Save the draft]]</button> <button name="action" value="preview">[[Preview]]</button> <button name="action" value="publish">[[Save and publish]]</button></p>
</form>
{{#CAN_WITHDRAW}}
<form class="withdraw" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="withdraw">[[Withdraw the public text]]</button></p></form>
{{/CAN_WITHDRAW}}
<section class="saves" aria-labelledby="history" tabindex="0">
<h2 id="history">[[History]]</h2>
<table>
<thead><tr><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[State]]</th><th scope="col">[[What you changed]]</th></tr></thead>
<tbody>
{{#SAVE}}<tr><td>{{AT}}</td><td>{{#BY}}{{AUTHOR}}{{/BY}}</td><td>{{#DRAFT}}[[draft]]{{/DRAFT}}{{#REPLACED}}[[replaced draft]]{{/REPLACED}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#SUPERSEDED}}[[was public]]{{/SUPERSEDED}}</td><td>{{NOTE}}</td></tr>
{{/SAVE}}
</tbody>
</table>
</section>
[[include:shared/desk_bottom.tpl]]
