{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1><span lang="{{ORIGINAL_TAG}}">{{DOCUMENT_TITLE}}</span> <small lang="{{TAG}}">{{LANGUAGE_NAME}}</small></h1>
<p class="links"><a href="{{DOCUMENT_PATH}}">[[All languages of this document: publish, withdraw, archive]]</a></p>
{{#DONE}}<p class="notice" role="status">{{#IS_SAVED}}[[The draft is saved.]]{{/IS_SAVED}}{{#IS_PUBLISHED}}[[The text is public.]]{{/IS_PUBLISHED}}{{#IS_ALIGNED}}[[The translation counts as correct again, and is public as it was.]]{{/IS_ALIGNED}}{{#IS_RESTORED}}[[The earlier text is back, as a draft.]]{{/IS_RESTORED}}</p>{{/DONE}}
{{#SCHEDULED}}<p class="scheduled">[[The draft becomes public on {{DAY}} at {{TIME}}, Brussels time.]]</p>{{/SCHEDULED}}
{{#UNPUBLISHED}}<section class="problem" aria-labelledby="unpublished"><h2 id="unpublished">[[The draft could not be published]]</h2><p>[[It was to become public on {{DAY}} at {{TIME}}, Brussels time.]] {{#BY_ADDRESS}}[[Another document is public at its address: give it another address.]]{{/BY_ADDRESS}}{{#BY_TEXTS}}[[Its title, short title or summary is missing: write it.]]{{/BY_TEXTS}}{{#BY_OTHER}}[[Database error:]] <q lang="en">{{MESSAGE}}</q>.{{/BY_OTHER}} [[Then publish it, or say anew when it becomes public.]]</p></section>{{/UNPUBLISHED}}
{{#CONFLICT}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>{{#OTHER}}[[Somebody else saved this text in the meantime]]{{/OTHER}}{{#OWN}}[[You saved this text in the meantime, in another window]]{{/OWN}}</h2><p>[[Nothing is lost. Where the two differ, both texts stand above the field, and in it is what they make together. Save again when it is as it should be.]] <small>{{AUTHOR}}, {{AT}}</small></p></div>{{/CONFLICT}}
{{#PROBLEMS}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul>{{#PROBLEM}}<li><a href="#{{PLACE}}">{{#LABELLED}}{{LABEL}}{{/LABELLED}}[[include:desk/text/_field.tpl]]: {{FAULT_WORDS}}</a></li>{{/PROBLEM}}</ul></div>{{/PROBLEMS}}
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<input type="hidden" name="base" value="{{BASE}}">
<input type="hidden" name="original" value="{{ORIGINAL_ID}}">
<input class="hidden" type="submit" name="action" value="save" tabindex="-1" aria-hidden="true">
{{#OUTDATED}}<div class="outdated"><h2>{{#STILL}}[[Some of this translation is still outdated]]{{/STILL}}{{#BY_CHANGE}}[[The original has changed since this was translated]]{{/BY_CHANGE}}{{#BY_LACK}}[[The original has texts that this translation lacks]]{{/BY_LACK}}</h2>
<ul>{{#ONE}}<li><a href="#{{PLACE}}">[[include:desk/text/_field.tpl]]</a></li>{{/ONE}}</ul>
<p class="actions"><button name="action" value="aligned">[[Still correct]]</button> <small>{{#ORIGINAL_DRAFTED}}[[The new original is still a draft: the translation will wait as a draft too.]]{{/ORIGINAL_DRAFTED}}[[Says of the whole text that it needs no change, as it stands here. A text that you change counts as translated from what stands beside it.]]</small></p></div>{{/OUTDATED}}
{{#TEXT}}
<div class="pair">
<div>[[include:desk/text/_merge.tpl]]<label for="{{FIELD}}">[[include:desk/text/_field.tpl]]{{#NEEDED}} <small>([[required to publish]])</small>{{/NEEDED}}</label>
{{#FAULT}}<p class="fault" id="{{FIELD}}-fault">{{FAULT_WORDS}}</p>{{/FAULT}}
<textarea id="{{FIELD}}" name="text.{{FIELD}}" rows="{{LINES}}" lang="{{TAG}}"{{#FAULT}} aria-invalid="true" aria-describedby="{{FIELD}}-fault"{{/FAULT}}{{#L_BODY}} data-markdown{{/L_BODY}}>
{{VALUE:pre_escape}}</textarea>
{{#L_BODY}}[[include:record/_markdown_help.tpl]]{{/L_BODY}}
</div>
{{#BESIDE}}<div class="beside" lang="{{ORIGINAL_TAG}}"><p class="when">[[Original]]</p><p class="lines">{{ORIGINAL_TEXT:pre_escape}}</p></div>{{/BESIDE}}
{{#LACKING}}<div class="beside changed"><p class="when">[[The original says something here; this translation does not.]]</p>
<p class="actions"><button name="action" value="aligned">[[Still correct]]</button></p></div>{{/LACKING}}
{{#CHANGED}}<div class="beside changed"><p class="when">[[The original has changed since this was translated:]]</p><p class="lines" lang="{{ORIGINAL_TAG}}">[[include:desk/text/_diff.tpl]]</p>
<p class="actions"><button name="action" value="aligned">[[Still correct]]</button></p></div>{{/CHANGED}}
</div>
{{/TEXT}}
{{#SLUG_FIELD}}<div class="pair"><div>[[include:desk/text/_merge.tpl]]<label for="slug">[[Address]]</label>
{{#FAULT}}<p class="fault" id="slug-fault">{{FAULT_WORDS}}</p>{{/FAULT}}
<input id="slug" name="slug" value="{{SLUG}}" autocapitalize="none" spellcheck="false" aria-describedby="slug-hint{{#FAULT}} slug-fault{{/FAULT}}"{{#FAULT}} aria-invalid="true"{{/FAULT}}> <small id="slug-hint">[[Lower-case letters, digits and hyphens. The old address leads on to the new one. Left empty, it is made of the title.]]</small></div></div>{{/SLUG_FIELD}}
{{#MINOR}}[[include:record/_minor.tpl]]{{/MINOR}}
<p><label for="note">[[What you changed]]</label> <input id="note" name="note" value="{{NOTE_TYPED}}"></p>
<fieldset class="moment"><legend>[[Public from]] <small>[[Optional: the draft then becomes public automatically. Brussels time.]]</small></legend>
[[include:desk/_moment.tpl]]
</fieldset>
<p class="actions"><button name="action" value="save">[[Save the draft]]</button> <button name="action" value="preview">[[Preview]]</button> <button name="action" value="publish">[[Save and publish now]]</button>{{#MINOR}} <button name="action" value="correct">[[Publish as a small correction]]</button>{{/MINOR}}</p>
</form>
<section class="saves" aria-labelledby="history" tabindex="0">
<h2 id="history">[[History]]</h2>
<table>
<thead><tr><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[State]]</th><th scope="col">[[What you changed]]</th></tr></thead>
<tbody>
{{#SAVE}}<tr>[[include:desk/text/_save.tpl]]</tr>
{{/SAVE}}
</tbody>
</table>
</section>
<p><a href="{{HISTORY_PATH}}">[[All versions: compare, and bring one back]]</a></p>
[[include:web/_desk_bottom.tpl]]
