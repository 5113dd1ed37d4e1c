<section class="cards" aria-labelledby="topics">
<h2 id="topics">[[Key projects]]</h2>
<ul>
{{#TOPIC}}
<li class="card"><h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3><p lang="{{TAG}}">{{SUMMARY}}</p></li>
{{/TOPIC}}
</ul>
</section>
<section class="partners" aria-labelledby="partners">
<h2 id="partners">[[Partners]]</h2>
<p>[[The Secretariat-General keeps in regular contact with these partners.]]</p>
<ul>
{{#PARTNER}}
<li><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a> <small lang="{{TAG}}">{{NATURE}}</small></li>
{{/PARTNER}}
</ul>
</section>
