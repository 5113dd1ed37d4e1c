{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1 lang="{{ORIGINAL_TAG}}">{{DOCUMENT_TITLE}}</h1>
{{#RECORD}}<p class="links"><a href="{{PATH}}">{{WORDS}}</a></p>{{/RECORD}}
{{#DONE}}<p class="notice" role="status">{{#IS_PUBLISH}}[[The texts are public.]]{{/IS_PUBLISH}}{{#IS_SCHEDULE}}[[The drafts become public automatically at the time you gave.]]{{/IS_SCHEDULE}}{{#IS_UNSCHEDULE}}[[The drafts do not become public automatically any more.]]{{/IS_UNSCHEDULE}}{{#IS_WITHDRAW}}[[The text is no longer public. It stays in the history.]]{{/IS_WITHDRAW}}{{#IS_ARCHIVE}}[[The document is in the archive.]]{{/IS_ARCHIVE}}{{#IS_UNARCHIVE}}[[The document is back from the archive, as it was.]]{{/IS_UNARCHIVE}}{{#IS_ALIGNED}}[[The translations count as correct again, and are public as they were.]]{{/IS_ALIGNED}}{{#IS_ALIGNED_SOME}}[[The translations count as correct again, but for those that have a draft: open these.]]{{/IS_ALIGNED_SOME}}{{#IS_END}}[[The link does not work any more.]]{{/IS_END}}</p>{{/DONE}}
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2>{{#NONE_PUBLISHED}}<p>[[None of the texts was published:]]</p>{{/NONE_PUBLISHED}}<ul>{{#OF_MOMENT}}<li><a href="#at_date">{{FAULT_WORDS}}</a></li>{{/OF_MOMENT}}{{#NOTHING_CHOSEN}}<li><a href="#languages">[[Choose at least one language to publish.]]</a></li>{{/NOTHING_CHOSEN}}{{#NEEDED}}<li>[[The site cannot do without this document.]]</li>{{/NEEDED}}{{#FAULT}}<li><a href="{{PATH}}">{{LANGUAGE_NAME}}: {{#NO_DRAFT}}[[there is no draft]]{{/NO_DRAFT}}{{#NO_TEXTS}}[[a title, short title or summary is missing]]{{/NO_TEXTS}}{{#ADDRESS_TAKEN}}[[Another document is public at this address]]{{/ADDRESS_TAKEN}}</a></li>{{/FAULT}}</ul></div>{{/PROBLEM}}
{{#CONFIRM}}
<section class="problem" aria-labelledby="sure">
<h2 id="sure">{{#OF_ARCHIVE}}[[Archive this document?]]{{/OF_ARCHIVE}}{{#OF_WITHDRAW}}[[Withdraw the public text?]] <small>{{LANGUAGE_NAME}}</small>{{/OF_WITHDRAW}}</h2>
<p>{{#OF_ARCHIVE}}[[Nothing of it will be public, in any language, and its drafts are put aside. Everything stays in the history, and the document can be taken back.]] [[Visitors who open one of its addresses will read that there is no such page. Lists, menus, the search and feeds lose it, and links to it in other texts become plain words.]]{{/OF_ARCHIVE}}{{#OF_WITHDRAW}}{{#OTHERS}}[[Visitors of this language will see the text in another language, if there is one. The text stays in the history.]]{{/OTHERS}}{{#LAST}}[[Visitors will read that there is no such page, since it is the only public text. The text stays in the history.]]{{/LAST}}{{/OF_WITHDRAW}}</p>
{{#IS_USED}}<p><strong>[[Other documents refer to this one; see below.]]</strong></p>{{/IS_USED}}
{{#IS_UNUSED}}<p>[[No other document refers to it.]]</p>{{/IS_UNUSED}}
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="confirm" value="yes">{{#OF_WITHDRAW}}<input type="hidden" name="language" value="{{TAG}}">{{/OF_WITHDRAW}}
<p>{{#OF_ARCHIVE}}<button name="action" value="archive">[[Archive]]</button>{{/OF_ARCHIVE}}{{#OF_WITHDRAW}}<button name="action" value="withdraw">[[Withdraw]]</button>{{/OF_WITHDRAW}} <a href="{{ACTION}}">[[No, leave it as it is]]</a></p>
</form>
</section>
{{/CONFIRM}}
{{#ARCHIVED}}
<div class="notice"><p>[[This document has been in the archive since {{ARCHIVED_AT}}. Publishing a text takes it back, too.]]</p>
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="unarchive">[[Take it back from the archive]]</button></p></form></div>
{{/ARCHIVED}}
<section class="saves" aria-labelledby="languages" tabindex="0">
<h2 id="languages">[[Languages]]</h2>
<table>
<thead><tr><th scope="col">[[Language]]</th><th scope="col">[[Public]]</th><th scope="col">[[Draft]]</th></tr></thead>
<tbody>
{{#TEXT}}
<tr><th scope="row"><a href="{{EDIT_PATH}}" hreflang="{{TAG}}">{{LANGUAGE_NAME}}</a>{{#ORIGINAL}} <small>[[original]]</small>{{/ORIGINAL}}</th>
<td>{{#PUBLISHED}}{{#OUTDATED}}<strong class="flag">[[outdated]]</strong> {{/OUTDATED}}<a href="{{PATH}}" hreflang="{{TAG}}">[[published]]</a> <small>{{AT}}</small>
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="language" value="{{TAG}}"><button name="action" value="withdraw">[[Withdraw]]<span class="hidden"> {{LANGUAGE_NAME}}</span></button></form>{{/PUBLISHED}}{{#WITHDRAWN}}<span class="missing">[[withdrawn]]</span>{{/WITHDRAWN}}{{#MISSING}}<span class="missing">[[missing]]</span>{{/MISSING}}</td>
<td>{{#DRAFT}}<input id="publish-{{TAG}}" name="{{TAG}}" value="yes" type="checkbox" form="publish"{{#TICKED}} checked{{/TICKED}}> <label for="publish-{{TAG}}">[[publish]]<span class="hidden"> {{LANGUAGE_NAME}}</span></label> <small>{{AT}} {{AUTHOR}}{{#SCHEDULED}} · [[becomes public on {{WHEN}}]]{{/SCHEDULED}}</small>
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="language" value="{{TAG}}"><button name="action" value="preview">[[Preview]]<span class="hidden"> {{LANGUAGE_NAME}}</span></button></form>{{/DRAFT}}</td></tr>
{{/TEXT}}
</tbody>
</table>
</section>
{{#OUTDATED_SOME}}
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="aligned">[[All translations are still correct]]</button></p></form>
{{/OUTDATED_SOME}}
{{#CAN_PUBLISH}}
<form id="publish" class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><small>[[All ticked drafts are published, or – if one of them cannot be – none.]]</small></p>
<p><button name="action" value="publish">[[Publish the drafts that are ticked]]</button></p>
<fieldset class="moment"><legend>[[Or at a time]]</legend>
<p class="whole"><small>[[The ticked drafts then become public automatically, all at once. Brussels time. Left empty: not automatically.]]</small></p>
[[include:desk/_moment.tpl]]
<p class="inline"><button name="action" value="schedule">[[Set this time]]</button></p>
</fieldset>
</form>
{{/CAN_PUBLISH}}
<section class="saves" aria-labelledby="uses" tabindex="0">
<h2 id="uses">[[Used on]]</h2>
{{#NO_USE}}<p>[[No other document refers to it.]]</p>{{/NO_USE}}
{{#USES}}
<ul>
{{#USE}}<li><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a>{{#APART}} {{APART_WORDS}}{{/APART}} <small>{{#BY_LINK}}[[its text links here]] ({{DETAIL}}){{/BY_LINK}}{{#BY_CONCLUSION}}[[its conclusion {{DETAIL}} was taken up here]]{{/BY_CONCLUSION}}{{#BY_RELATION}}[[it belongs to this]]{{#WITH_CONCLUSIONS}} ([[conclusion {{NUMBER}}]]){{/WITH_CONCLUSIONS}}{{/BY_RELATION}}{{#BY_FORUM}}[[a meeting of this forum]]{{/BY_FORUM}}</small></li>
{{/USE}}
</ul>
{{#MORE}}<p>[[And {{NUMBER}} more.]]</p>{{/MORE}}
{{/USES}}
</section>
{{#PREVIEWS}}
<section class="saves" aria-labelledby="previews" tabindex="0">
<h2 id="previews">[[Links to previews that work]]</h2>
<table>
<thead><tr><th scope="col">[[Language]]</th><th scope="col">[[Who]]</th><th scope="col">[[Works until]]</th><th scope="col"><span class="hidden">[[End]]</span></th></tr></thead>
<tbody>
{{#LINK}}<tr><td>{{LANGUAGE_NAME}}</td><td>{{WHO}}</td><td>{{UNTIL}}</td><td><form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="preview" value="{{NUMBER}}"><button name="action" value="end">[[End]]<span class="hidden">: {{LANGUAGE_NAME}}, {{UNTIL}} ({{NUMBER}})</span></button></form></td></tr>
{{/LINK}}
</tbody>
</table>
</section>
{{/PREVIEWS}}
{{#CAN_ARCHIVE}}
<form class="withdraw" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="archive">[[Archive this document]]</button></p></form>
{{/CAN_ARCHIVE}}
[[include:web/_desk_bottom.tpl]]
