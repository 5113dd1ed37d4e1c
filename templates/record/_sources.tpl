{{#SOURCES}}
<section class="sources" aria-labelledby="sources">
<h2 id="sources">[[Sources]]</h2>
<ul>
{{#SOURCE}}
<li><a href="{{URL}}" hreflang="{{TAG}}"><span lang="{{TAG}}">{{TITLE}}</span></a> <small><span lang="{{TAG}}">{{PUBLISHER}}</span> ({{TAG}})</small></li>
{{/SOURCE}}
</ul>
</section>
{{/SOURCES}}
<p class="stamp">[[Last updated:]] <time datetime="{{PUBLISHED_ISO}}">{{PUBLISHED}}</time></p>
