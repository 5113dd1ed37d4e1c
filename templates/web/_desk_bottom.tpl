</main>
{{#ACCOUNT}}{{#DESK_LANGUAGE}}<footer class="foot wide"><form class="inline" action="{{LANGUAGE_ACTION}}" method="post" aria-label="[[Language of the desk]]"><input type="hidden" name="form_token" value="{{BAR_TOKEN}}">
<button name="language" value="nl" lang="nl">Nederlands</button> <button name="language" value="fr" lang="fr">Français</button> <button name="language" value="de" lang="de">Deutsch</button> <button name="language" value="en" lang="en">English</button></form></footer>{{/DESK_LANGUAGE}}{{/ACCOUNT}}
</body>
</html>
