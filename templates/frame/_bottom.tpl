{{#FORMATS}}
<p class="forms">[[This page as data:]] {{#FORMAT}}<a href="{{PATH}}">{{NAME}}</a>{{#FORMAT_separator}} · {{/FORMAT_separator}}{{/FORMAT}} · <a href="{{REFERENCE}}">[[Meaning of the fields]]</a></p>
{{/FORMATS}}
</main>
<footer class="foot">
<div class="wide">
<p>[[Benelux+ is run by the Secretariat-General of the Benelux Union.]] <a href="https://www.benelux.int">benelux.int</a></p>
{{#FOOT}}
<ul>
{{#ITEM}}
<li><a href="{{PATH}}" lang="{{TAG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/ITEM}}
</ul>
{{/FOOT}}
<p><a href="{{FEEDBACK}}" rel="nofollow">[[Something wrong or inaccessible here?]]</a></p>
<p>{{#QUESTIONS}}[[Questions:]] [[include:frame/_contact.tpl]]{{/QUESTIONS}} · {{#PRESS}}[[Press:]] [[include:frame/_contact.tpl]]{{/PRESS}} · {{#PRIVACY}}[[Data protection:]] [[include:frame/_contact.tpl]]{{/PRIVACY}}</p>
<p>{{#LICENCE}}[[Texts and data:]] <a rel="license" href="{{URL}}">{{NAME}}</a>.{{/LICENCE}} [[Coordinates from GeoNames (CC BY 4.0), names of countries from world-countries (ODbL).]]</p>
</div>
</footer>
</body>
</html>
