{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Link to a page or file of this site]]</h1>
<form class="filter" action="{{ACTION}}" method="get">
<p><label for="words">[[Words, year or key]]</label> <input id="words" name="words" value="{{WORDS}}" maxlength="200"></p>
<p><label for="language">[[Language of the text]]</label> <select id="language" name="language">{{#LANGUAGE_OPTION}}<option value="{{VALUE}}" lang="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/LANGUAGE_OPTION}}</select></p>
<p><button>[[Search]]</button></p>
</form>
{{#NONE}}<p class="notice">[[No documents match your choice.]]</p>{{/NONE}}
<p>[[Copy what stands below a title into your text.]]</p>
<ol class="targets">
{{#FOUND}}<li data-target="{{TARGET}}"><span data-title lang="{{TAG}}">{{TITLE}}</span> <small data-apart>{{KIND_NAME}}{{#APART}}, {{APART_WORDS}}{{/APART}}{{#UNPUBLISHED}}, [[not public yet]]{{/UNPUBLISHED}}</small> <input value="{{MARKDOWN}}" aria-label="{{TITLE}}" lang="{{TAG}}" readonly></li>
{{/FOUND}}
</ol>
[[include:web/_desk_bottom.tpl]]
