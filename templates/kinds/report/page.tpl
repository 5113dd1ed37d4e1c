{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
{{#SENT}}
<header class="head">
<h1>[[Your report has come in]]</h1>
<p class="lead">[[Thank you. Your reference number is]] <strong class="reference">{{REFERENCE}}</strong></p>
</header>
<section class="prose" aria-labelledby="next">
<h2 id="next">[[What happens next]]</h2>
{{#OF_PAGE}}<p>[[An editor of the Secretariat-General reads your comment and, where needed, corrects the page.]]</p>{{/OF_PAGE}}
{{#OF_BORDER}}<p>[[An editor of the Secretariat-General reads your report. If it tells of an obstacle at a border of the Benelux countries or their neighbours, it becomes an entry in the register of obstacles, in the editor’s words. If the obstacle is in the register already, your report is added to it.]] [[When very many reports come in at once, this may take longer.]]</p>{{/OF_BORDER}}
<p>[[If you gave your e-mail address, we may write to you. Please give the reference number when you write to us.]]</p>
<p><a href="{{ANOTHER}}">{{#OF_BORDER}}[[Report another obstacle]]{{/OF_BORDER}}{{#OF_PAGE}}[[Send another comment]]{{/OF_PAGE}}</a></p>
</section>
{{/SENT}}
{{#FORM}}
<header class="head">
{{#OF_PAGE}}<h1>[[Feedback on this website]]</h1>
<p class="lead">[[Is something on a page wrong, or are you unable to use it? Tell us. You need no account.]]</p>{{/OF_PAGE}}
{{#OF_BORDER}}<h1>[[Report an obstacle]]</h1>
<p class="lead">[[Is a rule or practice on the other side of a border getting in your way – at work, in your studies, when moving house or doing business? Tell us. You need no account.]]</p>{{/OF_BORDER}}
</header>
{{#PROBLEM}}
<div class="problem" role="alert" tabindex="-1" autofocus>
<h2>[[There is a problem]]</h2>
{{#TOO_SOON}}<p>[[That was too fast for us to tell you from a robot. Wait a few seconds and send it again. All that you typed is still here.]]</p>{{/TOO_SOON}}
{{#EXPIRED}}<p>[[This page had been open for more than a day. All that you typed is still here: send it again.]]</p>{{/EXPIRED}}
{{#TOO_MANY}}<p>[[There were too many reports from your connection.]] {{#MINUTE}}[[Try again in a minute.]]{{/MINUTE}}{{#MINUTES}}[[Try again in {{NUMBER}} minutes.]]{{/MINUTES}}{{#HOURS}}[[Try again in {{NUMBER}} hours.]]{{/HOURS}} [[All that you typed is still here.]]</p>{{/TOO_MANY}}
{{#AWAY}}<p>[[There is a fault on our side, and your report may not have come in. All that you typed is still here: send it again in a moment. If it has come in, it will not be stored twice.]]</p>{{/AWAY}}
{{#FAULTS}}<ul>
{{#OBSTACLE_FAULT}}<li><a href="#obstacle">{{#MISSING}}[[Describe the problem]]{{/MISSING}}{{#TOO_LONG}}[[Your description may have at most 4,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[Your description contains characters that are not allowed]]{{/MALFORMED}}</a></li>{{/OBSTACLE_FAULT}}
{{#PLACE_FAULT}}<li><a href="#place">{{#OF_BORDER}}{{#MISSING}}[[Tell us where]]{{/MISSING}}{{#TOO_LONG}}[[The place may have at most 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The place contains characters that are not allowed]]{{/MALFORMED}}{{/OF_BORDER}}{{#OF_PAGE}}{{#MISSING}}[[Tell us on which page]]{{/MISSING}}{{#TOO_LONG}}[[The address or title of the page may have at most 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The address or title of the page contains characters that are not allowed]]{{/MALFORMED}}{{/OF_PAGE}}</a></li>{{/PLACE_FAULT}}
{{#AFFECTED_FAULT}}<li><a href="#affected">{{#MISSING}}[[Tell us who is affected]]{{/MISSING}}{{#TOO_LONG}}[[This answer may have at most 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[This answer contains characters that are not allowed]]{{/MALFORMED}}</a></li>{{/AFFECTED_FAULT}}
{{#CAUSE_FAULT}}<li><a href="#cause">{{#TOO_LONG}}[[The cause may have at most 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The cause contains characters that are not allowed]]{{/MALFORMED}}</a></li>{{/CAUSE_FAULT}}
{{#EMAIL_FAULT}}<li><a href="#email">{{#NO_EMAIL}}[[Write the e-mail address as name@example.org]]{{/NO_EMAIL}}{{#TOO_LONG}}[[This e-mail address is too long]]{{/TOO_LONG}}{{#MALFORMED}}[[Write the e-mail address as name@example.org]]{{/MALFORMED}}</a></li>{{/EMAIL_FAULT}}
</ul>{{/FAULTS}}
</div>
{{/PROBLEM}}
<form class="letter" action="{{ACTION}}" method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="stamp" value="{{STAMP}}">
{{#OBSTACLE}}
<div class="field">
<label for="obstacle">{{#OF_BORDER}}[[What is the problem?]]{{/OF_BORDER}}{{#OF_PAGE}}[[What is wrong?]]{{/OF_PAGE}}</label>
<small id="obstacle-hint">{{#OF_BORDER}}[[What did you want to do, and what stood in the way? At most 4,000 characters. Please do not name other people.]]{{/OF_BORDER}}{{#OF_PAGE}}[[What is not correct, or what can you not use? It helps to name your device, your browser and your assistive technology. At most 4,000 characters. Please do not name other people.]]{{/OF_PAGE}}</small>
{{#FAULT}}<p class="fault" id="obstacle-fault">{{#MISSING}}[[Describe the problem]]{{/MISSING}}{{#TOO_LONG}}[[Your description may have at most 4,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[Your description contains characters that are not allowed]]{{/MALFORMED}}</p>{{/FAULT}}
<textarea id="obstacle" name="obstacle" rows="8" required aria-describedby="obstacle-hint{{#INVALID}} obstacle-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
{{VALUE:pre_escape}}</textarea>
</div>
{{/OBSTACLE}}
{{#PLACE}}
<div class="field">
<label for="place">{{#OF_BORDER}}[[Where?]]{{/OF_BORDER}}{{#OF_PAGE}}[[On which page?]]{{/OF_PAGE}}</label>
<small id="place-hint">{{#OF_BORDER}}[[At which border, or between which places? For example: between Maastricht and Aachen.]]{{/OF_BORDER}}{{#OF_PAGE}}[[Its address or its title.]]{{/OF_PAGE}}</small>
{{#FAULT}}<p class="fault" id="place-fault">{{#OF_BORDER}}{{#MISSING}}[[Tell us where]]{{/MISSING}}{{#TOO_LONG}}[[The place may have at most 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The place contains characters that are not allowed]]{{/MALFORMED}}{{/OF_BORDER}}{{#OF_PAGE}}{{#MISSING}}[[Tell us on which page]]{{/MISSING}}{{#TOO_LONG}}[[The address or title of the page may have at most 300 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The address or title of the page contains characters that are not allowed]]{{/MALFORMED}}{{/OF_PAGE}}</p>{{/FAULT}}
<input id="place" name="place" value="{{VALUE:pre_escape}}" required aria-describedby="place-hint{{#INVALID}} place-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
</div>
{{/PLACE}}
{{#AFFECTED}}
<div class="field">
<label for="affected">[[Who is affected?]]</label>
<small id="affected-hint">[[Only you, or for example everyone who lives in Belgium and works in the Netherlands? At most 1,000 characters.]]</small>
{{#FAULT}}<p class="fault" id="affected-fault">{{#MISSING}}[[Tell us who is affected]]{{/MISSING}}{{#TOO_LONG}}[[This answer may have at most 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[This answer contains characters that are not allowed]]{{/MALFORMED}}</p>{{/FAULT}}
<textarea id="affected" name="affected" rows="3" required aria-describedby="affected-hint{{#INVALID}} affected-fault{{/INVALID}}"{{#INVALID}} aria-invalid="true"{{/INVALID}}>
{{VALUE:pre_escape}}</textarea>
</div>
{{/AFFECTED}}
{{#CAUSE}}
<div class="field">
<label for="cause">[[Which rule or authority do you think is the cause? (optional)]]</label>
<small id="cause-hint">[[A law, a form, an office: what you know is enough. At most 1,000 characters.]]</small>
{{#FAULT}}<p class="fault" id="cause-fault">{{#TOO_LONG}}[[The cause may have at most 1,000 characters; it has {{TYPED}}]]{{/TOO_LONG}}{{#MALFORMED}}[[The cause contains characters that are not allowed]]{{/MALFORMED}}</p>{{/FAULT}}
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
<li>[[Only editors of the Secretariat-General of the Benelux Union read your report. Nothing of it is published automatically.]]</li>
<li>[[We keep what you write here, your e-mail address if you give it, and the day. Your IP address is kept for an hour at most, to prevent abuse.]]</li>
<li>[[Your e-mail address is deleted thirty days after your report was dealt with, and after twelve months at the latest if it was not.]]</li>
<li>[[If an editor includes your report in the register, its text is kept. If not, all of it is deleted twelve months after it came in; only its day, language, outcome and reference stay.]]</li>
<li>[[When very many reports come in at once, yours may be put aside and read later. It is deleted then if nobody has dealt with it within thirty days, or sooner if there are too many.]]</li>
</ul>
</section>
<p><button>{{#OF_BORDER}}[[Send the report]]{{/OF_BORDER}}{{#OF_PAGE}}[[Send]]{{/OF_PAGE}}</button></p>
</form>
{{/FORM}}
[[include:frame/_bottom.tpl]]
