{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[This draft cannot be shown yet]]</h1>
<div class="problem" role="alert"><h2>[[There is a problem]]</h2><ul>{{#LACKS_TITLE}}<li>[[The draft has no title.]]</li>{{/LACKS_TITLE}}{{#LACKS_SHORT}}<li>[[The draft has no short title.]]</li>{{/LACKS_SHORT}}{{#LACKS_SUMMARY}}<li>[[The draft has no summary.]]</li>{{/LACKS_SUMMARY}}{{#TAKEN}}<li>[[Another document is public at this address]]: <code>{{SLUG}}</code></li>{{/TAKEN}}</ul></div>
<p>[[When this is mended, the same link shows the page.]]{{#EDIT}} <a href="{{PATH}}">[[Back to the text]]</a>{{/EDIT}}</p>
[[include:web/_desk_bottom.tpl]]
