{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>{{PAGE_TITLE}}</h1>
<p class="links"><a href="{{NAMES_PATH}}">[[Names of places and participants]]</a>{{#KNOWN}} · [[Key:]] <code>{{KEY}}</code>{{/KNOWN}}</p>
{{#DONE}}<p class="notice" role="status">[[It is saved. The pages that show it are renewed.]]</p>{{/DONE}}
{{#RENEWALS}}<p class="notice">[[Pages that still show a name as it was, and will soon be renewed: {{PAGES}}]]</p>{{/RENEWALS}}
{{#CONFLICT}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[Somebody else changed this in the meantime]]</h2><p>[[Nothing is lost: what you typed is below, and beside it what they have put there. Save again when it is as it should be.]]</p></div>{{/CONFLICT}}
{{#GONE}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[Somebody else deleted this in the meantime]]</h2><p>[[Nothing is lost: what you typed is below. Saving adds it again.]]</p></div>{{/GONE}}
{{#IS_USED}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[It is not deleted]]</h2><p>[[It is used: see below.]]</p></div>{{/IS_USED}}
{{#IS_CHANGED}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[It is not deleted]]</h2><p>[[Somebody else changed it in the meantime: look at it again.]]</p></div>{{/IS_CHANGED}}
[[include:record/_problems.tpl]]
<div class="sides">
[[include:record/_part_links.tpl]]
<form class="fields record" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<input type="hidden" name="version" value="{{VERSION}}">
[[include:record/_parts.tpl]]
{{#OF_PLACE}}<p class="links"><small>[[Is the country missing?]] <a href="{{NEW_COUNTRY}}">[[Add it first]]</a></small></p>{{/OF_PLACE}}
<p class="actions"><button name="action" value="save">[[Save]]</button></p>
</form>
</div>
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
