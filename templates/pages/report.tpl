{{%AUTOESCAPE context="HTML"}}[[include:shared/top.tpl]]
{{#SENT}}
<header class="head">
<h1>[[Your report has come in]]</h1>
<p class="lead">[[Thank you. Your reference is]] <strong class="reference">{{REFERENCE}}</strong></p>
</header>
<section class="prose" aria-labelledby="next">
<h2 id="next">[[What happens next]]</h2>
<p>[[An editor of the Secretariat-General reads your report. If it tells of an obstacle at a border of the Benelux countries or their neighbours, it becomes an entry in the register of obstacles, in the editor’s words. If the obstacle is in the register already, your report is put with it.]]</p>
<p>[[If you gave your e-mail address, we may write to you. Name the reference when you write to us.]]</p>
<p><a href="{{ANOTHER}}">[[Report another obstacle]]</a></p>
</section>
{{/SENT}}
{{#FORM}}
<header class="head">
<h1>[[Report an obstacle]]</h1>
<p class="lead">[[Does a rule or a practice hinder you on the other side of a border: to work, to study, to move house, to do business? Tell us. You need no account.]]</p>
</header>
{{#PROBLEM}}
<div class="problem" role="alert">
<h2>[[There is a problem]]</h2>
{{#TOO_SOON}}<p>[[That was too fast for us to tell it from a machine. Wait a few seconds and send it again. All that you typed is still here.]]</p>{{/TOO_SOON}}
{{#EXPIRED}}<p>[[This page had been open for more than a day. All that you typed is still here: send it again.]]</p>{{/EXPIRED}}
{{#TOO_MANY}}<p>[[There were too many reports from your connection, or in all.]] {{#MINUTE}}[[Try again in a minute.]]{{/MINUTE}}{{#MINUTES}}[[Try again in {{NUMBER}} minutes.]]{{/MINUTES}}{{#HOURS}}[[Try again in {{NUMBER}} hours.]]{{/HOURS}} [[All that you typed is still here.]]</p>{{/TOO_MANY}}
{{#AWAY}}<p>[[There is a fault on our side, and your report may not have come in. All that you typed is still here: send it again in a moment. If it has come in, it is not kept twice.]]</p>{{/AWAY}}
{{#FAULTS}}<ul>
{{#OBSTACLE_FAULT}}<li><a href="#obstacle">{{#MISSING}}[[Tell us what hinders you]]{{/MISSING}}{{#TOO_LONG}}[[Shorten what hinders you to 4,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[What hinders you has characters that cannot be used]]{{/MALFORMED}}</a></li>{{/OBSTACLE_FAULT}}
{{#PLACE_FAULT}}<li><a href="#place">{{#MISSING}}[[Tell us where]]{{/MISSING}}{{#TOO_LONG}}[[Shorten the place to 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The place has characters that cannot be used]]{{/MALFORMED}}</a></li>{{/PLACE_FAULT}}
{{#AFFECTED_FAULT}}<li><a href="#affected">{{#MISSING}}[[Tell us whom it affects]]{{/MISSING}}{{#TOO_LONG}}[[Shorten whom it affects to 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[Whom it affects has characters that cannot be used]]{{/MALFORMED}}</a></li>{{/AFFECTED_FAULT}}
{{#CAUSE_FAULT}}<li><a href="#cause">{{#TOO_LONG}}[[Shorten the cause to 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The cause has characters that cannot be used]]{{/MALFORMED}}</a></li>{{/CAUSE_FAULT}}
{{#EMAIL_FAULT}}<li><a href="#email">{{#NO_EMAIL}}[[Write the e-mail address as name@example.org]]{{/NO_EMAIL}}{{#TOO_LONG}}[[This e-mail address is too long]]{{/TOO_LONG}}{{#MALFORMED}}[[Write the e-mail address as name@example.org]]{{/MALFORMED}}</a></li>{{/EMAIL_FAULT}}
</ul>{{/FAULTS}}
</div>
{{/PROBLEM}}
<form class="letter" action="{{ACTION}}" method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="stamp" value="{{STAMP}}">
{{#OBSTACLE}}
<div class="field">
<label for="obstacle">[[What hinders you?]]</label>
<small id="obstacle-hint">[[What did you want to do, and what stood in the way? At most 4,000 characters. Please name no other people.]]</small>
{{#FAULT}}<p class="fault" id="obstacle-fault">{{#MISSING}}[[Tell us what hinders you]]{{/MISSING}}{{#TOO_LONG}}[[Shorten what hinders you to 4,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[What hinders you has characters that cannot be used]]{{/MALFORMED}}</p>{{/FAULT}}
<textarea id="obstacle" name="obstacle" rows="8" required aria-describedby="obstacle-hint{{#INVALID}} obstacle-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
{{VALUE:pre_escape}}</textarea>
</div>
{{/OBSTACLE}}
{{#PLACE}}
<div class="field">
<label for="place">[[Where?]]</label>
<small id="place-hint">[[At which border, or between which places? For example: between Maastricht and Aachen.]]</small>
{{#FAULT}}<p class="fault" id="place-fault">{{#MISSING}}[[Tell us where]]{{/MISSING}}{{#TOO_LONG}}[[Shorten the place to 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The place has characters that cannot be used]]{{/MALFORMED}}</p>{{/FAULT}}
<input id="place" name="place" value="{{VALUE:pre_escape}}" required aria-describedby="place-hint{{#INVALID}} place-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
</div>
{{/PLACE}}
{{#AFFECTED}}
<div class="field">
<label for="affected">[[Whom does it affect?]]</label>
<small id="affected-hint">[[Only you, or for example everyone who lives in Belgium and works in the Netherlands? At most 1,000 characters.]]</small>
{{#FAULT}}<p class="fault" id="affected-fault">{{#MISSING}}[[Tell us whom it affects]]{{/MISSING}}{{#TOO_LONG}}[[Shorten whom it affects to 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[Whom it affects has characters that cannot be used]]{{/MALFORMED}}</p>{{/FAULT}}
<textarea id="affected" name="affected" rows="3" required aria-describedby="affected-hint{{#INVALID}} affected-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
{{VALUE:pre_escape}}</textarea>
</div>
{{/AFFECTED}}
{{#CAUSE}}
<div class="field">
<label for="cause">[[Which rule or authority do you think is the cause? (optional)]]</label>
<small id="cause-hint">[[A law, a form, an office: what you know is enough. At most 1,000 characters.]]</small>
{{#FAULT}}<p class="fault" id="cause-fault">{{#TOO_LONG}}[[Shorten the cause to 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The cause has characters that cannot be used]]{{/MALFORMED}}</p>{{/FAULT}}
<textarea id="cause" name="cause" rows="3" aria-describedby="cause-hint{{#INVALID}} cause-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
{{VALUE:pre_escape}}</textarea>
</div>
{{/CAUSE}}
{{#EMAIL}}
<div class="field">
<label for="email">[[Your e-mail address (optional)]]</label>
<small id="email-hint">[[To ask you something about your report, or to tell you what became of it. For nothing else.]]</small>
{{#FAULT}}<p class="fault" id="email-fault">{{#NO_EMAIL}}[[Write the e-mail address as name@example.org]]{{/NO_EMAIL}}{{#TOO_LONG}}[[This e-mail address is too long]]{{/TOO_LONG}}{{#MALFORMED}}[[Write the e-mail address as name@example.org]]{{/MALFORMED}}</p>{{/FAULT}}
<input id="email" name="email" type="email" value="{{VALUE:pre_escape}}" autocomplete="email" spellcheck="false" aria-describedby="email-hint{{#INVALID}} email-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
</div>
{{/EMAIL}}
<div class="trap"><label for="subject">[[Leave this field empty]]</label><textarea id="subject" name="subject" rows="2" autocomplete="off"></textarea></div>
<section class="notice" aria-labelledby="kept">
<h2 id="kept">[[What we keep]]</h2>
<ul>
<li>[[Only editors of the Secretariat-General of the Benelux Union read your report. Nothing of it is published by itself.]]</li>
<li>[[We keep what you write here, your e-mail address if you give it, and the day. The address of your computer is kept for an hour at most, against abuse.]]</li>
<li>[[Your e-mail address is deleted thirty days after your report was dealt with, and after twelve months at the latest if it was not.]]</li>
<li>[[If an editor takes your report over into the register, its text is kept. If not, all of it is deleted twelve months after it came in; only its day, language, outcome and reference stay.]]</li>
</ul>
</section>
<p><button>[[Send the report]]</button></p>
</form>
{{/FORM}}
[[include:shared/bottom.tpl]]
