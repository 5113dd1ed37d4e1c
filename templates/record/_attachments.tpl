{{#ATTACHMENTS}}
<section class="sources" aria-labelledby="documents">
<h2 id="documents">[[Documents]]</h2>
<ul>{{#ATTACHMENT}}<li id="d{{NUMBER}}"><a href="{{URL}}" hreflang="{{TAG}}"><span lang="{{TAG}}">{{TITLE}}</span></a> <small>({{TAG}}{{#FILE}}, PDF, {{VALUE}}{{/FILE}})</small></li>{{/ATTACHMENT}}</ul>
</section>
{{/ATTACHMENTS}}
