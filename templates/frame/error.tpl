{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<div class="head">
{{#E400}}<h1>[[The server does not understand this request]]</h1><p class="lead">[[The address may be damaged, for example by a line break in an e-mail.]]</p>{{/E400}}
{{#E401}}<h1>[[Your session had ended]]</h1><p class="lead">[[What you sent is too large to be kept until you have logged in. Go back, copy what you typed, log in and open the page again.]] <a href="{{LOGIN}}">[[Log in]]</a></p>{{/E401}}
{{#E403}}<h1>[[You are not allowed to do this]]</h1><p class="lead">[[You do not have permission to do this.]]</p>{{/E403}}
{{#E403_ELSEWHERE}}<h1>[[This form was not accepted]]</h1><p class="lead">[[It was sent from an address other than {{SITE_URL}}, or your browser did not say from which. Nothing was done with it. Open the page at {{SITE_URL}} and send the form again.]]</p>{{/E403_ELSEWHERE}}
{{#E403_TOKEN}}<h1>[[This form does not belong to your session]]</h1><p class="lead">[[You have logged in or out since it was opened. Go back, copy what you typed, load the page again and send it from there.]]</p>{{/E403_TOKEN}}
{{#E404}}<h1>[[This page does not exist]]</h1><p class="lead">[[The address may be mistyped, or the page is no longer here.]]</p>{{/E404}}
{{#E405}}<h1>[[This page does not accept submissions]]</h1><p class="lead">[[No form can be sent to this address. Open it in the usual way.]]</p>{{/E405}}
{{#E410}}<h1>[[This preview is over]]</h1><p class="lead">[[Its link worked for a week, or was ended before that. Ask whoever gave it to you for a new one.]]</p>{{/E410}}
{{#E413}}<h1>[[Too much was sent]]</h1><p class="lead">[[The server does not accept a request of this size. Send less, or open the page in the usual way.]]</p>{{/E413}}
{{#E429}}<h1>[[Too many requests]]</h1><p class="lead">[[So many requests came from your network that the server has to wait. Try again in a minute.]]</p>{{/E429}}
{{#E500}}<h1>[[Something went wrong on our side]]</h1><p class="lead">[[The fault has been noted. Try again later.]]</p>{{/E500}}
{{#E503}}<h1>[[This page is not available for the moment]]</h1><p class="lead">[[This is a fault on our side and is usually over soon. Try again in a minute.]]</p>{{/E503}}
</div>
<div class="prose">
<ul>
<li><a href="{{HOME}}">[[Go to the home page]]</a></li>
<li><a href="{{OVERVIEW}}">[[See all cooperation topics]]</a></li>
</ul>
<p class="stamp">[[Error code: {{STATUS}}]]</p>
</div>
[[include:frame/_bottom.tpl]]
