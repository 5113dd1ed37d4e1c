{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Conclusions]]</h1>
<p class="lead">[[What the forums have agreed, and which meeting took it up.]]</p>
</header>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter conclusions]]">
<p><label for="forum">[[Forum]]</label> <select id="forum" name="forum"><option value="">[[All]]</option>{{#FORUM_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/FORUM_OPTION}}</select></p>
<p><label for="state">[[State]]</label> <select id="state" name="state"><option value="">[[All]]</option>{{#STATE_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{WORDS}}</option>{{/STATE_OPTION}}</select></p>
<p><button>[[Show]]</button></p>
</form>
{{/FORM}}
[[include:frame/_found.tpl]]
{{#MEETING}}
<section class="agreed">
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#FORUM}} <span>{{VALUE}}</span>{{/FORUM}}</p>
<h2><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h2>
<ol class="conclusions">
{{#CONCLUSION}}
<li value="{{NUMBER}}"><a href="{{PATH}}#c{{NUMBER}}" lang="{{TAG}}">{{TEXT}}</a>{{#STATE}} <small>{{WORDS}}</small>{{/STATE}}{{#BY}} <small>→ <a href="{{BY_PATH}}">{{LABEL}}</a></small>{{/BY}}</li>
{{/CONCLUSION}}
</ol>
</section>
{{/MEETING}}
{{#NONE}}
<p class="notice">[[No conclusions match your choice.]]</p>
{{/NONE}}
{{#OLDER}}
<p class="older"><a href="{{PATH}}" rel="next">[[Earlier conclusions]]</a></p>
{{/OLDER}}
[[include:frame/_bottom.tpl]]
