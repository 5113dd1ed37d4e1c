{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Report]] <span class="reference">{{REFERENCE}}</span></h1>
<p class="links"><a href="{{REPORTS_PATH}}">[[All reports]]</a></p>
{{#DONE}}<p class="notice" role="status">[[Done.]]</p>{{/DONE}}
{{#TOO_LATE}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><p>[[Somebody else has dealt with this report in the meantime. What you wanted was not done.]]</p></div>{{/TOO_LATE}}
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul>{{#FIELD_FAULT}}<li><a href="#field">{{#MISSING}}[[Choose a field]]{{/MISSING}}</a></li>{{/FIELD_FAULT}}{{#BORDER_FAULT}}<li><a href="#border">{{#MISSING}}[[Choose a border]]{{/MISSING}}</a></li>{{/BORDER_FAULT}}{{#TITLE_FAULT}}<li><a href="#title">{{#MISSING}}[[Give the obstacle a title]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}</a></li>{{/TITLE_FAULT}}{{#KEY_FAULT}}<li><a href="#key">{{#MISSING}}[[Say which obstacle it is]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}{{#UNKNOWN}}[[There is no obstacle with this key or title outside the archive]]{{/UNKNOWN}}</a></li>{{/KEY_FAULT}}{{#REASON_FAULT}}<li><a href="#reason">{{#MISSING}}[[Give a reason]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}</a></li>{{/REASON_FAULT}}</ul></div>{{/PROBLEM}}
{{#OUTCOME}}
<section class="notice" aria-labelledby="outcome">
<h2 id="outcome">{{#IS_TAKEN}}[[Added to the register]]{{/IS_TAKEN}}{{#IS_MERGED}}[[Merged with a known obstacle]]{{/IS_MERGED}}{{#IS_REJECTED}}[[Rejected]]{{/IS_REJECTED}}{{#IS_LAPSED}}[[Lapsed: nobody dealt with it for twelve months]]{{/IS_LAPSED}}</h2>
{{#HANDLED}}<p>{{WHEN}}{{#BY}} · {{WHO}}{{/BY}}</p>{{/HANDLED}}
{{#DOCUMENT}}<p><a href="{{PATH}}">{{TITLE}}</a></p>{{/DOCUMENT}}
{{#BECAUSE}}<p class="lines">{{REASON:pre_escape}}</p>{{/BECAUSE}}
{{#REOPEN}}<form class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="reopen">[[Put it back to those that wait]]</button></p></form>{{/REOPEN}}
</section>
{{/OUTCOME}}
<section class="told" aria-labelledby="told">
<h2 id="told">[[What was reported]]</h2>
<p class="when"><span>{{CAME}}</span> <span lang="{{TAG}}">{{LANGUAGE_NAME}}</span></p>
{{#HELD}}<p class="notice">[[It came when very many reports came in, and is held back: it is deleted thirty days after it came in, or sooner if too many others come, unless somebody deals with it.]]</p>{{/HELD}}
{{#SWEPT}}<p>[[Its text was deleted twelve months after it came in.]]</p>{{/SWEPT}}
{{#HINDERS}}<h3>[[The problem]]</h3><p class="lines" lang="{{TEXT_TAG}}">{{TEXT:pre_escape}}</p>{{/HINDERS}}
{{#PLACE}}<h3>[[Where]]</h3><p lang="{{TEXT_TAG}}">{{TEXT}}</p>{{/PLACE}}
{{#AFFECTED}}<h3>[[Who is affected]]</h3><p class="lines" lang="{{TEXT_TAG}}">{{TEXT:pre_escape}}</p>{{/AFFECTED}}
{{#CAUSE}}<h3>[[The supposed cause]]</h3><p class="lines" lang="{{TEXT_TAG}}">{{TEXT:pre_escape}}</p>{{/CAUSE}}
{{#EMAIL}}<h3>[[E-mail address]]</h3><p>{{ADDRESS}} · <a href="mailto:?{{LETTER}}">[[Write an answer]]</a> <small>[[opens your mail program, with the beginning of a letter in the language of the report]]</small></p>{{/EMAIL}}
</section>
{{#ACTS}}
<h2>[[What becomes of it]]</h2>
<section class="act" aria-labelledby="take">
<h3 id="take">[[Add it as a draft]]</h3>
<form class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="title">[[Title of the obstacle]]</label> {{#TITLE_FAULT}}<span class="fault" id="title-fault">{{#MISSING}}[[Give the obstacle a title]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}</span>{{/TITLE_FAULT}} <input id="title" name="title" value="{{TITLE_TYPED}}" maxlength="200"{{#TITLE_FAULT}} aria-invalid="true" aria-describedby="title-fault"{{/TITLE_FAULT}}></p>
<p><label for="field">[[Field]]</label> {{#FIELD_FAULT}}<span class="fault" id="field-fault">{{#MISSING}}[[Choose a field]]{{/MISSING}}</span>{{/FIELD_FAULT}} <select id="field" name="field"{{#FIELD_FAULT}} aria-invalid="true" aria-describedby="field-fault"{{/FIELD_FAULT}}><option value="">[[Choose]]</option>{{#FIELD_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{FIELD_WORDS}}</option>{{/FIELD_OPTION}}</select></p>
<p><label for="border">[[Which border]]</label> {{#BORDER_FAULT}}<span class="fault" id="border-fault">{{#MISSING}}[[Choose a border]]{{/MISSING}}</span>{{/BORDER_FAULT}} <select id="border" name="border"{{#BORDER_FAULT}} aria-invalid="true" aria-describedby="border-fault"{{/BORDER_FAULT}}><option value="">[[Choose]]</option>{{#BORDER_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/BORDER_OPTION}}</select></p>
<p><label for="original">[[Original language]]</label> <select id="original" name="original">{{#ORIGINAL_OPTION}}<option value="{{VALUE}}" lang="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/ORIGINAL_OPTION}}</select></p>
<p><small>[[The draft has the text of the report, to be rewritten. Nothing is public before you publish it.]]</small></p>
<p><button name="action" value="take">[[Add it to the register]]</button></p>
</form>
</section>
<section class="act" aria-labelledby="merge">
<h3 id="merge">[[Merge it with a known obstacle]]</h3>
<form class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="key">[[Key or title of the obstacle]]</label> {{#KEY_FAULT}}<span class="fault" id="key-fault">{{#MISSING}}[[Say which obstacle it is]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}{{#UNKNOWN}}[[There is no obstacle with this key or title outside the archive]]{{/UNKNOWN}}</span>{{/KEY_FAULT}} <input id="key" name="key" value="{{KEY_TYPED}}" maxlength="100" list="obstacles" autocapitalize="none" spellcheck="false"{{#KEY_FAULT}} aria-invalid="true" aria-describedby="key-fault"{{/KEY_FAULT}}></p>
<datalist id="obstacles">{{#OBSTACLE_OPTION}}<option value="{{KEY}}">{{TITLE}}</option>{{/OBSTACLE_OPTION}}</datalist>
<p><button name="action" value="merge">[[Merge it]]</button></p>
</form>
</section>
<section class="act" aria-labelledby="reject">
<h3 id="reject">[[Reject it]]</h3>
<form class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="reason">[[Reason, for the desk]]</label> {{#REASON_FAULT}}<span class="fault" id="reason-fault">{{#MISSING}}[[Give a reason]]{{/MISSING}}{{#TOO_LONG}}[[This is too long]]{{/TOO_LONG}}{{#CHARACTERS}}[[This contains characters that are not allowed]]{{/CHARACTERS}}</span>{{/REASON_FAULT}} <textarea id="reason" name="reason" rows="3"{{#REASON_FAULT}} aria-invalid="true" aria-describedby="reason-fault"{{/REASON_FAULT}}>
{{REASON_TYPED:pre_escape}}</textarea></p>
<p><button name="action" value="reject">[[Reject]]</button></p>
</form>
</section>
{{/ACTS}}
[[include:web/_desk_bottom.tpl]]
